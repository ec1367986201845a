//! The page's own clock, which stands still from the first key on but where it is let run ahead. So nobody has to wait for
//! what takes its time, nothing happens between two looks, and a busy machine changes nothing.

use super::{Probe, Stopped};
use sada_devtools::{DevtoolsError, Tab};
use serde_json::{Value, json};
use std::cell::Cell;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// How long letting it run may take on ours.
const LIMIT: Duration = Duration::from_secs(5);
/// Milliseconds in which what a page does has come to rest.
const REST: u32 = 600;
/// So often it is let run on for styles that are still changing, so many milliseconds at a time.
const STEPS: u32 = 12;
const STEP: u32 = 150;
/// Milliseconds that it must be ahead of ours, and by which it is put ahead where it is not: what is painted waits for the
/// time of the machine, and would wait for ever if that were in the clock's future (Chromium 156).
const AHEAD: u64 = 1_500;
const LEAP: u32 = 3_000;

/// The clock. Once it was let run it stands still.
pub struct Clock {
    expired: Receiver<Value>,
    /// When it was first let run, on our clock.
    begun: Cell<Option<Instant>>,
    /// Milliseconds that it has run since.
    passed: Cell<u64>,
}

impl Clock {
    pub fn new(tab: &Tab) -> Self {
        let expired = tab.subscribe("Emulation.virtualTimeBudgetExpired");
        Self { expired, begun: Cell::default(), passed: Cell::default() }
    }

    /// Whether it stands still.
    pub fn stands(&self) -> bool {
        self.begun.get().is_some()
    }

    /// Milliseconds that it has run since it was first let run.
    pub fn passed(&self) -> u64 {
        self.passed.get()
    }

    /// Lets it run ahead, further where it would fall behind ours; whether the page kept up with it.
    pub fn pass(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<bool, Stopped> {
        while self.expired.try_recv().is_ok() {}
        let budget = if self.is_ahead(AHEAD) { milliseconds.max(1) } else { milliseconds + LEAP };
        self.begun.set(self.begun.get().or_else(|| Some(Instant::now())));
        let params = json!({
            "policy": "advance",
            "budget": budget,
            "maxVirtualTimeTaskStarvationCount": 10_000,
        });
        probe.call::<Value>("Emulation.setVirtualTimePolicy", &params)?;
        self.passed.set(self.passed.get() + u64::from(budget));
        Ok(self.expired.recv_timeout(LIMIT).is_ok())
    }

    /// Lets what was begun come to rest: timers, and styles that change by and by, which begin and end with a picture.
    pub fn settle(&self, probe: &Probe<'_>) -> Result<(), Stopped> {
        self.settle_for(probe, REST)
    }

    /// The same within so many milliseconds.
    pub fn settle_for(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
        self.pass_or_stop(probe, milliseconds / 2)?;
        probe.frames_pass()?;
        self.pass_or_stop(probe, milliseconds / 2)?;
        for _ in 0..STEPS {
            if !probe.run::<bool>(0, "sadaProbe.isChanging()")? {
                break;
            }
            // A change ends with a picture, and what waits for its end goes on then.
            probe.frames_pass()?;
            self.pass_or_stop(probe, STEP)?;
            probe.frames_pass()?;
            self.pass_or_stop(probe, STEP)?;
        }
        Ok(())
    }

    /// Puts it so far ahead, if it is not, that what is painted comes for about as many milliseconds of ours; for 0, what is
    /// painted next.
    pub fn keep_ahead(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
        if self.is_ahead(AHEAD + u64::from(milliseconds)) { Ok(()) } else { self.pass_or_stop(probe, milliseconds) }
    }

    /// Whether it is so many milliseconds ahead of ours.
    fn is_ahead(&self, milliseconds: u64) -> bool {
        let ours = self.begun.get().map_or(Duration::ZERO, |begun| begun.elapsed());
        let ours = u64::try_from(ours.as_millis()).unwrap_or(u64::MAX);
        self.begun.get().is_some() && self.passed.get() >= ours.saturating_add(milliseconds)
    }

    /// Lets it run ahead, and gives up where the page does not keep up.
    pub fn pass_or_stop(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
        if self.pass(probe, milliseconds)? {
            return Ok(());
        }
        let what = "letting the page's clock run".to_owned();
        Err(Stopped::Devtools(DevtoolsError::TimedOut { what, limit: LIMIT }))
    }
}
