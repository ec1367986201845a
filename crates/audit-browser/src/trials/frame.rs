//! Where the window shows what stands in a frame.

use super::pointer::Place;
use crate::probe::{MOST_NEAR, Probe, Stopped};
use crate::read::Reading;
use sada_audit::Rect;
use sada_devtools::DevtoolsError;

/// A box in a window: left, top, width, height.
pub type Area = [f32; 4];

/// The page, or a frame that stands in it, as the window shows it.
pub struct View {
    /// Its place among the frames.
    pub frame: usize,
    /// The number of the element it is in; `None` for the page itself.
    owner: Option<u32>,
}

impl View {
    /// The page, and the first frames that stand in it and are shown, not those in frames; fewer where the time is over.
    pub fn all(probe: &Probe<'_>) -> Result<Vec<Self>, Stopped> {
        let mut views = vec![Self { frame: 0, owner: None }];
        if probe.frames() > 1 {
            let owners: Vec<u32> = probe.run(0, &format!("sadaProbe.framesHere({MOST_NEAR})"))?;
            for owner in owners {
                if probe.is_late() {
                    break;
                }
                match probe.frame_of(owner) {
                    Ok(frame) => views.extend(frame.map(|frame| Self { frame, owner: Some(owner) })),
                    // It has gone meanwhile.
                    Err(Stopped::PageLeft | Stopped::Devtools(DevtoolsError::Refused { .. })) => {}
                    Err(stopped) => return Err(stopped),
                }
            }
        }
        Ok(views)
    }

    /// One frame; `None` for one that stands in a frame, or is not shown.
    pub fn of(probe: &Probe<'_>, frame: usize) -> Result<Option<Self>, Stopped> {
        if frame == 0 {
            return Ok(Some(Self { frame, owner: None }));
        }
        Ok(Self::all(probe)?.into_iter().find(|view| view.frame == frame))
    }

    /// That a frame has gone, or went on to another document, is said, and is no reason to leave the others.
    pub fn kept(&self, reading: &mut Reading, tried: Result<(), Stopped>) -> Result<(), Stopped> {
        match tried {
            Err(Stopped::PageLeft) if self.owner.is_some() => {
                reading.builder.not_checked("all that is in a frame: it went on to another document meanwhile");
                Ok(())
            }
            tried => tried,
        }
    }

    /// Brings the frame into the window; whether anything had to be scrolled for it.
    pub fn bring(&self, probe: &Probe<'_>) -> Result<bool, Stopped> {
        self.owner.map_or(Ok(false), |owner| probe.run(0, &format!("sadaProbe.bring({owner})")))
    }

    /// Brings one of its elements into the window.
    pub fn show(&self, probe: &Probe<'_>, number: u32) -> Result<(), Stopped> {
        if let Some(owner) = self.owner {
            probe.run::<bool>(0, &format!("sadaProbe.show({owner})"))?;
        }
        probe.run::<bool>(self.frame, &format!("sadaProbe.show({number})")).map(drop)
    }

    /// Moves everything back to where it was.
    pub fn scroll_back(&self, probe: &Probe<'_>) -> Result<(), Stopped> {
        let inside = probe.run::<bool>(self.frame, "sadaProbe.scrollBack()");
        if self.owner.is_some() {
            probe.run::<bool>(0, "sadaProbe.scrollBack()")?;
        }
        inside.map(drop)
    }

    /// Where areas of it are in the window; `None` unless all of them are seen there as a whole.
    pub fn in_window(&self, probe: &Probe<'_>, areas: &[Area]) -> Result<Option<Vec<Area>>, Stopped> {
        match self.owner {
            None => Ok(Some(areas.to_vec())),
            Some(owner) => probe.run(0, &format!("sadaProbe.seenThrough({owner}, {areas:?})")),
        }
    }

    /// Where areas of it are, seen or not; `None` where that cannot be told.
    pub fn moved(&self, probe: &Probe<'_>, areas: &[Area]) -> Result<Option<Vec<Area>>, Stopped> {
        match self.owner {
            None => Ok(Some(areas.to_vec())),
            Some(owner) => probe.run(0, &format!("sadaProbe.movedThrough({owner}, {areas:?})")),
        }
    }

    /// Where a place of it is in the window, if it can be pointed at there.
    pub fn pointed_at(&self, probe: &Probe<'_>, place: Option<Place>) -> Result<Option<Place>, Stopped> {
        match (self.owner, place) {
            (Some(owner), Some((x, y))) => probe.run(0, &format!("sadaProbe.pointedThrough({owner}, {x}, {y})")),
            (_, place) => Ok(place),
        }
    }
}

/// Where an area of the window is on the page, of which the window shows a part.
pub fn on_page(probe: &Probe<'_>, [x, y, width, height]: Area) -> Result<Rect, Stopped> {
    let [left, top]: [f32; 2] = probe.run(0, "[scrollX, scrollY]")?;
    Ok(Rect { x: x + left, y: y + top, width, height })
}
