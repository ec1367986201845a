//! Pictures of the window with the focus on something and without it, as few as will do.

use super::listeners;
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};

/// Milliseconds on the page's clock in which scripts have done what the focus makes them do.
const SETTLED: u32 = 400;
/// So often the window may have changed by itself before pictures are given up.
const MOST_RESTLESS: usize = 2;
/// Events by which scripts learn of the focus.
const KINDS: &[&str] = &["blur", "focus", "focusin", "focusout"];

/// The window with the focus on something, and without.
pub struct Both {
    pub focused: String,
    pub plain: String,
    /// After so many milliseconds each.
    after: u32,
}

impl Both {
    pub fn differ(&self) -> bool {
        self.focused != self.plain
    }

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
    /// Whether scripts may change something later. This and the next are found out when they are first asked.
    is_scripted: Option<bool>,
    /// Whether there are pictures that may move without a script.
    has_films: Option<bool>,
    /// How often something else has changed.
    restless: usize,
    /// The window as it was when nothing had the focus: what was written and where it was then, and the picture.
    plain: Option<(String, String)>,
}

impl Snapshots {
    pub fn new(left: usize) -> Self {
        Self { left, is_scripted: None, has_films: None, restless: 0, plain: None }
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
    /// window changes by itself, or too many pictures were taken. At first no time passes. Where nothing can be seen then
    /// and scripts know of the focus, they get some.
    pub fn take(&mut self, probe: &mut Probe<'_>, stop: Stop) -> Result<Option<Both>, Stopped> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        if self.is_restless() {
            return Ok(None);
        }
        self.left = left;
        let at_once = self.look(probe, stop, 0)?;
        let needs_time = matches!(&at_once, Seen::Both(both) if !both.differ()) && self.is_scripted(probe)?;
        let seen = if !needs_time {
            at_once
        } else if probe.focus(stop)? {
            self.plain = None;
            self.look(probe, stop, SETTLED)?
        } else {
            Seen::Lost
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
        let scene = |probe: &Probe<'_>| probe.run::<String>(0, "sadaProbe.scene()");
        let blur = |probe: &Probe<'_>| probe.run::<bool>(stop.frame, "sadaProbe.blur()").map(drop);
        let has_focus =
            |probe: &Probe<'_>| probe.run::<bool>(stop.frame, &format!("sadaProbe.isFocused({})", stop.number));
        // What happens in a frame is not seen from the page.
        let is_seen = stop.frame == 0 && !self.has_films(probe)?;
        let at = scene(probe)?;
        let known = self.plain.take().filter(|(known, _)| is_seen && after == 0 && *known == at);
        let (at, plain) = if let Some(known) = known {
            known
        } else {
            blur(probe)?;
            pass(probe, after)?;
            let plain = probe.picture()?;
            let at = scene(probe)?;
            if !probe.focus(stop)? {
                return Ok(Seen::Lost);
            }
            (at, plain)
        };
        pass(probe, after)?;
        let focused = probe.picture()?;
        if !has_focus(probe)? {
            return Ok(Seen::Lost);
        }
        let is_same = is_seen && scene(probe)? == at;
        if focused == plain || is_same {
            if is_same {
                self.plain = Some((at, plain.clone()));
            }
            return Ok(Seen::Both(Both { focused, plain, after }));
        }
        blur(probe)?;
        pass(probe, after)?;
        // What changes by itself hardly changes back in time with the focus.
        let is_by_focus = probe.picture()? == plain;
        Ok(if is_by_focus { Seen::Both(Both { focused, plain, after }) } else { Seen::Restless })
    }

    fn is_scripted(&mut self, probe: &Probe<'_>) -> Result<bool, Stopped> {
        if let Some(known) = self.is_scripted {
            return Ok(known);
        }
        let is_scripted = listeners::all(probe)?.kinds.iter().any(|kind| KINDS.contains(&kind.as_str()));
        Ok(*self.is_scripted.insert(is_scripted))
    }

    fn has_films(&mut self, probe: &Probe<'_>) -> Result<bool, Stopped> {
        if let Some(known) = self.has_films {
            return Ok(known);
        }
        Ok(*self.has_films.insert(probe.run(0, "sadaProbe.hasMovingPictures()")?))
    }
}

/// Lets time pass, or none, and the next picture be painted.
fn pass(probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
    let clock = probe.clock();
    if milliseconds > 0 { clock.settle_for(probe, milliseconds) } else { clock.keep_ahead(probe) }
}
