//! Whether widgets say what pressing them changes on the screen (WCAG 4.1.2).

use super::frame::{Area, View, on_page};
use super::picture::Picture;
use super::pointer::{self, Place};
use super::{change, listeners, observe};
use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Said};
use sada_devtools::{Key, Press};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// More widgets are not pressed.
const MOST: usize = 30;

/// The attributes of what is chosen or not.
const CHOSEN: [&str; 3] = ["aria-pressed", "aria-checked", "aria-selected"];

/// What a widget says of itself, and what has come up or gone.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    /// The attribute that says its state, if one does.
    state: Option<String>,
    value: Option<String>,
    /// All that names it.
    words: String,
    come: Option<u32>,
    gone: Option<u32>,
    has_dialog: bool,
}

/// Presses widgets with the pointer, looks, and presses again what opens and closes. The tab holds back what
/// would change something on a server.
pub fn press_widgets(probe: &Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), Stopped> {
    reading.builder.tried(Need::States);
    let mut most = MOST;
    for view in View::all(probe)? {
        let pressed = press_in(probe, reading, clock, &view, &mut most);
        view.kept(reading, pressed)?;
    }
    if most == 0 {
        reading
            .builder
            .not_checked(format!("what widgets say of their state (state-is-said): only {MOST} were pressed"));
    }
    Ok(())
}

fn press_in(
    probe: &Probe<'_>,
    reading: &mut Reading,
    clock: &Clock,
    view: &View,
    most: &mut usize,
) -> Result<(), Stopped> {
    let numbers: Vec<u32> = probe.run(view.frame, &format!("sadaProbe.stateful({most})"))?;
    *most -= numbers.len();
    let is_idle = view.frame == 0 && !listeners::may_answer(probe);
    for number in numbers {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        if is_idle && !probe.run::<bool>(0, &format!("sadaProbe.actsByItself({number})"))? {
            continue;
        }
        let Some(said) = (Widget { view, number, probe, clock }).press()? else { continue };
        observe(probe, reading, Stop { frame: view.frame, number }, Observation::StateSaid(said))?;
    }
    Ok(())
}

/// A widget that is pressed.
struct Widget<'a, 't> {
    view: &'a View,
    number: u32,
    probe: &'a Probe<'t>,
    clock: &'a Clock,
}

impl Widget<'_, '_> {
    /// What pressing it shows; `None` if that changes nothing that can be seen, or it cannot be told.
    fn press(&self) -> Result<Option<Said>, Stopped> {
        self.view.show(self.probe, self.number)?;
        if self.handle()?.is_none() {
            return Ok(None);
        }
        let has_state = |shown: Shown| shown.state.is_some_and(|state| state != "aria-expanded");
        let before_look = if self.state()?.is_some_and(has_state) { self.look()? } else { None };
        // What the pointer changes by lying on it is there before it is pressed.
        let Some(at) = self.handle()? else { return Ok(None) };
        pointer::move_to(self.probe, at)?;
        self.clock.settle(self.probe)?;
        self.run::<bool>("rememberSeen()")?;
        let Some(before) = self.state()? else { return Ok(None) };
        pointer::click(self.probe, at)?;
        self.clock.settle(self.probe)?;
        let Some(after) = self.state()? else { return Ok(None) };
        if after.has_dialog && !before.has_dialog {
            self.probe.press_once(Press::from(Key::Escape))?;
            self.clock.settle(self.probe)?;
            return Ok(None);
        }
        let is_said = after.state != before.state || after.value != before.value || after.words != before.words;
        let opened_or_closed = after.come.or(after.gone).is_some();
        match before.state.as_deref() {
            Some("aria-expanded") if opened_or_closed => {
                self.press_again()?;
                Ok(Some(if is_said { Said::Yes } else { Said::Unchanged("aria-expanded".to_owned()) }))
            }
            Some(state) if CHOSEN.contains(&state) => {
                let after_look = self.look()?;
                // What goes on changing looks another way once more.
                let has_changed = differs(before_look.as_ref(), after_look.as_ref())
                    && !differs(self.look()?.as_ref(), after_look.as_ref());
                Ok(has_changed.then(|| if is_said { Said::Yes } else { Said::Unchanged(state.to_owned()) }))
            }
            None if !is_said => {
                let (part, was_seen) = match (after.come, after.gone) {
                    (Some(come), _) => (come, false),
                    (None, Some(gone)) => (gone, true),
                    (None, None) => return Ok(None),
                };
                self.press_again()?;
                let is_seen = self.run::<bool>(&format!("isStillSeen({part})"))?;
                Ok((is_seen == was_seen).then_some(Said::Nothing))
            }
            _ => Ok(None),
        }
    }

    fn press_again(&self) -> Result<(), Stopped> {
        let Some(at) = self.handle()? else { return Ok(()) };
        pointer::click(self.probe, at)?;
        self.clock.settle(self.probe)
    }

    /// Where the pointer can press it.
    fn handle(&self) -> Result<Option<Place>, Stopped> {
        let place = self.run(&format!("handleOf({})", self.number))?;
        self.view.pointed_at(self.probe, place)
    }

    fn state(&self) -> Result<Option<Shown>, Stopped> {
        self.run(&format!("stateNow({})", self.number))
    }

    /// A picture of it without the focus and without the pointer on it.
    fn look(&self) -> Result<Option<Picture>, Stopped> {
        self.run::<bool>("blur()")?;
        pointer::move_to(self.probe, (0.0, 0.0))?;
        self.clock.settle(self.probe)?;
        let own: Area = self.run(&format!("surroundings({}, 0)", self.number))?;
        match self.view.in_window(self.probe, &[own])?.and_then(|areas| areas.first().copied()) {
            Some(area) => Picture::close_up(self.probe, on_page(self.probe, area)?, 1.0),
            None => Ok(None),
        }
    }

    fn run<T: DeserializeOwned>(&self, question: &str) -> Result<T, Stopped> {
        self.probe.run(self.view.frame, &format!("sadaProbe.{question}"))
    }
}

/// Whether anybody could tell two pictures apart; not where one of them was not taken.
fn differs(one: Option<&Picture>, other: Option<&Picture>) -> bool {
    one.zip(other).is_some_and(|(one, other)| change::area(one, other).is_some())
}
