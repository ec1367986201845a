//! Pictures of the window with the focus on something and without it, as few as will do.

use super::picture::Picture;
use super::{change, listeners};
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};
use sada_audit::Rect;
use std::rc::Rc;

/// Milliseconds on the page's clock in which scripts have done what the focus makes them do.
const SETTLED: u32 = 400;
/// So often the window may have changed by itself before pictures are given up.
const MOST_RESTLESS: usize = 2;
/// CSS pixels around an element in which whatever shows that it has the focus mostly is.
const BESIDE: u32 = 16;
/// Events by which scripts learn of the focus.
const KINDS: &[&str] = &["blur", "focus", "focusin", "focusout"];

/// The window with the focus on something, and without.
pub struct Both {
    pub focused: Rc<Picture>,
    pub plain: Rc<Picture>,
    /// Whether they differ.
    pub is_seen: bool,
    /// After so many milliseconds each.
    after: u32,
}

impl Both {
    /// Lets so much time pass as was given to these pictures.
    pub fn clock(&self, probe: &Probe<'_>) -> Result<(), Stopped> {
        pass(probe, self.after)
    }
}

/// What three pictures tell.
enum Seen {
    Both(Both),
    /// Something else has changed too.
    Restless,
    /// It does not keep the focus.
    Lost,
}

/// Takes them.
pub struct Snapshots {
    /// Of how many elements more.
    left: usize,
    /// Whether scripts may change something later; it is found out when it is first asked.
    is_scripted: Option<bool>,
    /// How often something else has changed.
    restless: usize,
    /// The window as it was when nothing had the focus: what was written and where it was then, and the picture.
    plain: Option<(String, Rc<Picture>)>,
}

impl Snapshots {
    pub fn new(left: usize) -> Self {
        Self { left, is_scripted: None, restless: 0, plain: None }
    }

    /// For so many elements more, in other colours.
    pub fn once_more(self, left: usize) -> Self {
        Self { left, plain: None, ..self }
    }

    /// Whether the window goes on changing, so that pictures do not tell.
    pub fn is_restless(&self) -> bool {
        self.restless >= MOST_RESTLESS
    }

    /// The window with the focus on an element, which has it, and without; `None` if it does not keep the focus, or the
    /// window changes by itself, or too many pictures were taken. At first no time passes. Where nothing can be seen then,
    /// and scripts know of the focus or an animation has begun, they get some.
    pub fn take(&mut self, probe: &mut Probe<'_>, stop: Stop) -> Result<Option<Both>, Stopped> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        if self.is_restless() {
            return Ok(None);
        }
        self.left = left;
        let at_once = self.look(probe, stop, 0)?;
        let needs_time = matches!(&at_once, Seen::Both(both) if !both.is_seen)
            && (self.is_scripted(probe)? || is_moving(probe, stop)?);
        let seen = if needs_time {
            self.plain = None;
            // What the focus has begun ends before it is taken away.
            pass(probe, SETTLED)?;
            self.look(probe, stop, SETTLED)?
        } else {
            at_once
        };
        match seen {
            Seen::Both(both) => Ok(Some(both)),
            Seen::Restless => {
                self.restless += 1;
                Ok(None)
            }
            Seen::Lost => Ok(None),
        }
    }

    fn look(&mut self, probe: &mut Probe<'_>, stop: Stop, after: u32) -> Result<Seen, Stopped> {
        let has_focus =
            |probe: &Probe<'_>| probe.run::<bool>(stop.frame, &format!("sadaProbe.isFocused({})", stop.number));
        let at = scene(probe)?;
        let known = self.plain.take().filter(|(known, _)| *known == at).map(|(_, plain)| plain);
        let around: Option<Rect> = around(probe, stop)?;
        let Some(mut plain) = known.map_or_else(|| without(probe, stop, after), |known| Ok(Some(known)))? else {
            return Ok(Seen::Lost);
        };
        for _ in 0..2 {
            if !probe.focus(stop)? {
                return Ok(Seen::Lost);
            }
            pass(probe, after)?;
            let Some(focused) = taken(probe)? else { return Ok(Seen::Lost) };
            if !has_focus(probe)? {
                return Ok(Seen::Lost);
            }
            let changed = change::area(&focused, &plain);
            let is_beside = changed.zip(around).is_some_and(|(changed, around)| around.contains(changed));
            let is_quiet = scene(probe)? == at;
            if changed.is_none() || (is_beside && is_quiet) {
                self.plain = Some((scene(probe)?, plain.clone()));
                return Ok(Seen::Both(Both { focused, plain, is_seen: changed.is_some(), after }));
            }
            let Some(again) = without(probe, stop, after)? else { return Ok(Seen::Lost) };
            // What changes by itself hardly changes back in time with the focus.
            let is_by_focus = change::area(&again, &plain).is_none();
            plain = again;
            if is_by_focus {
                self.plain = Some((scene(probe)?, plain.clone()));
                return Ok(Seen::Both(Both { focused, plain, is_seen: true, after }));
            }
        }
        Ok(Seen::Restless)
    }

    fn is_scripted(&mut self, probe: &Probe<'_>) -> Result<bool, Stopped> {
        if let Some(known) = self.is_scripted {
            return Ok(known);
        }
        let is_scripted = listeners::all(probe)?.kinds.iter().any(|kind| KINDS.contains(&kind.as_str()));
        Ok(*self.is_scripted.insert(is_scripted))
    }
}

/// An element of the page itself and what is right beside it, in the window.
fn around(probe: &Probe<'_>, stop: Stop) -> Result<Option<Rect>, Stopped> {
    if stop.frame != 0 {
        return Ok(None);
    }
    let [x, y, width, height]: [f32; 4] =
        probe.run(0, &format!("sadaProbe.surroundings({}, {BESIDE})", stop.number))?;
    Ok(Some(Rect { x, y, width, height }))
}

/// Whether the focus has begun an animation.
fn is_moving(probe: &Probe<'_>, stop: Stop) -> Result<bool, Stopped> {
    probe.run(stop.frame, "sadaProbe.isMoving()")
}

/// A picture while nothing has the focus.
fn without(probe: &Probe<'_>, stop: Stop, after: u32) -> Result<Option<Rc<Picture>>, Stopped> {
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    pass(probe, after)?;
    taken(probe)
}

fn taken(probe: &Probe<'_>) -> Result<Option<Rc<Picture>>, Stopped> {
    Ok(Picture::of_window(probe)?.map(Rc::new))
}

/// What is written on the page and where it is in the window.
fn scene(probe: &Probe<'_>) -> Result<String, Stopped> {
    probe.run(0, "sadaProbe.scene()")
}

/// Lets time pass, or none, and what was changed be painted.
fn pass(probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
    let clock = probe.clock();
    if milliseconds > 0 {
        return clock.settle_for(probe, milliseconds);
    }
    probe.frame_passes()
}
