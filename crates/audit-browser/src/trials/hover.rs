//! Content that comes up under the pointer or with the focus (WCAG 1.4.13).

use super::frame::View;
use super::pointer::{self, Place};
use super::{listeners, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Observation, Trigger};
use sada_devtools::{Key, Press};

/// More elements are not pointed at.
const MOST: usize = 40;
/// Milliseconds after which what still is there stays.
const STAYS: u32 = 8_000;
/// Milliseconds in which what belonged to the last place of the pointer has gone.
const GONE: u32 = 1_500;
/// Events that make something happen under the pointer or with the focus.
const KINDS: &[&str] =
    &["focus", "focusin", "mouseenter", "mousemove", "mouseover", "pointerenter", "pointermove", "pointerover"];

/// Points at everything that may bring something up, and puts the focus there, and sees whether what comes up can be
/// dismissed, pointed at, and stays.
pub fn point_at_each(probe: &mut Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), Stopped> {
    let mut most = MOST;
    for view in View::all(probe)? {
        let pointed = point_in(probe, reading, clock, &view, &mut most);
        view.kept(reading, pointed)?;
    }
    if most == 0 {
        reading.builder.not_checked(format!(
            "what comes up under the pointer (hover-content-stays): only {MOST} elements were pointed at"
        ));
    }
    Ok(())
}

fn point_in(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    clock: &Clock,
    view: &View,
    most: &mut usize,
) -> Result<(), Stopped> {
    let numbers = triggers(probe, view, *most)?;
    *most -= numbers.len();
    for number in numbers {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        let mut trial = Trial { probe, clock, view, trigger: number };
        for by in [Trigger::Pointer, Trigger::Focus] {
            if let Some(seen) = trial.run(by)? {
                let observation = Observation::ShowsContent(seen);
                observe(trial.probe, reading, Stop { frame: view.frame, number }, observation)?;
                // What comes up both ways is one thing.
                break;
            }
        }
        trial.leave()?;
    }
    Ok(())
}

/// What may bring something up. What scripts listen to is known of the page itself only.
fn triggers(probe: &Probe<'_>, view: &View, most: usize) -> Result<Vec<u32>, Stopped> {
    let mut numbers: Vec<u32> = probe.run(view.frame, &format!("sadaProbe.triggers({most})"))?;
    let listening = if view.frame == 0 { listeners::listening(probe, KINDS, most)? } else { Vec::new() };
    for number in listening {
        let is_trigger = || probe.run::<bool>(0, &format!("sadaProbe.isTrigger(sadaProbe.element({number}))"));
        if numbers.len() < most && !numbers.contains(&number) && is_trigger()? {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

struct Trial<'a, 't> {
    probe: &'a mut Probe<'t>,
    clock: &'a Clock,
    view: &'a View,
    trigger: u32,
}

impl Trial<'_, '_> {
    fn run(&mut self, by: Trigger) -> Result<Option<sada_audit::Shown>, Stopped> {
        self.leave()?;
        let Some(content) = self.show(by)? else { return Ok(None) };
        let obscures = self.ask(&format!("obscures({content}, {})", self.trigger))?;
        let has_button = self.ask(&format!("hasButton({content})"))?;
        self.clock.pass(self.probe, STAYS)?;
        self.clock.settle(self.probe)?;
        let is_persistent = self.is_there(content)?;
        let is_dismissible = is_persistent && self.dismiss(content, by)?;
        let is_hoverable = match by {
            Trigger::Pointer if is_persistent => self.can_be_pointed_at(is_dismissible, content)?,
            _ => true,
        };
        Ok(Some(sada_audit::Shown { by, obscures, has_button, is_persistent, is_dismissible, is_hoverable }))
    }

    /// Takes the pointer and the focus away.
    fn leave(&mut self) -> Result<(), Stopped> {
        let aside: Place = self.probe.run(0, "sadaProbe.aside()")?;
        pointer::move_to(self.probe, aside)?;
        self.ask("blur()")?;
        self.clock.pass(self.probe, GONE)?;
        self.clock.settle(self.probe)
    }

    /// What comes up; `None` if nothing does.
    fn show(&mut self, by: Trigger) -> Result<Option<u32>, Stopped> {
        if self.view.bring(self.probe)? | self.ask(&format!("bring({})", self.trigger))? {
            // Scrolling brings things up too.
            self.clock.settle(self.probe)?;
        }
        self.ask("remember()")?;
        match by {
            Trigger::Pointer => {
                let Some(place) = self.place(&format!("placeOn({})", self.trigger))? else { return Ok(None) };
                pointer::move_to(self.probe, place)?;
            }
            Trigger::Focus => {
                if !self.probe.focus(Stop { frame: self.view.frame, number: self.trigger })? {
                    return Ok(None);
                }
            }
        }
        self.clock.settle(self.probe)?;
        self.probe.run(self.view.frame, "sadaProbe.news()")
    }

    /// Whether Escape takes it away, or pressing what it came up from, while pointer and focus stay where they are.
    fn dismiss(&mut self, content: u32, by: Trigger) -> Result<bool, Stopped> {
        self.probe.press_once(Press::from(Key::Escape))?;
        self.clock.settle(self.probe)?;
        if !self.is_there(content)? {
            return Ok(true);
        }
        if by == Trigger::Focus || !self.ask(&format!("isPressable({})", self.trigger))? {
            return Ok(false);
        }
        if let Some(place) = self.place(&format!("placeOn({})", self.trigger))? {
            pointer::click(self.probe, place)?;
            self.clock.settle(self.probe)?;
        }
        Ok(!self.is_there(content)?)
    }

    /// Whether it stays while the pointer goes from where it came up from onto it.
    fn can_be_pointed_at(&mut self, is_gone: bool, content: u32) -> Result<bool, Stopped> {
        let mut content = content;
        if is_gone {
            self.leave()?;
            // What it came up from may have gone too.
            match self.show(Trigger::Pointer)? {
                Some(again) => content = again,
                None => return Ok(true),
            }
        }
        let beside = format!("placeBeside({content}, {})", self.trigger);
        let Some(place) = self.place(&beside)? else { return Ok(true) };
        pointer::move_to(self.probe, place)?;
        self.clock.settle(self.probe)?;
        self.is_there(content)
    }

    fn is_there(&self, content: u32) -> Result<bool, Stopped> {
        self.ask(&format!("isThere({content})"))
    }

    fn ask(&self, question: &str) -> Result<bool, Stopped> {
        self.probe.run(self.view.frame, &format!("sadaProbe.{question}"))
    }

    /// A place in the window, if there is one.
    fn place(&self, question: &str) -> Result<Option<Place>, Stopped> {
        let place = self.probe.run(self.view.frame, &format!("sadaProbe.{question}"))?;
        self.view.pointed_at(self.probe, place)
    }
}
