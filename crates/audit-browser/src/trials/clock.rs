//! The page's own clock, which stands still but where it is let run ahead. So nobody has to wait for what takes its time,
//! and nothing happens between two looks.

use crate::probe::{Probe, Stopped};
use sada_devtools::DevtoolsError;
use serde_json::{Value, json};
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// How long letting it run may take on ours.
const LIMIT: Duration = Duration::from_secs(5);
/// Milliseconds in which what a page does has come to rest.
const REST: u32 = 600;
/// So often it is let run on for styles that are still changing, so many milliseconds at a time.
const STEPS: u32 = 12;
const STEP: u32 = 150;

/// The clock. Once it was let run it stands still.
pub struct Clock {
    expired: Receiver<Value>,
}

impl Clock {
    pub fn new(probe: &Probe<'_>) -> Self {
        Self { expired: probe.tab().subscribe("Emulation.virtualTimeBudgetExpired") }
    }

    /// Lets it run ahead; whether the page kept up with it.
    pub fn pass(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<bool, Stopped> {
        while self.expired.try_recv().is_ok() {}
        let params = json!({
            "policy": "advance",
            "budget": milliseconds,
            "maxVirtualTimeTaskStarvationCount": 10_000,
        });
        probe.call::<Value>("Emulation.setVirtualTimePolicy", &params)?;
        Ok(self.expired.recv_timeout(LIMIT).is_ok())
    }

    /// Lets what was begun come to rest: timers, and styles that change by and by, which begin and end with a picture.
    pub fn settle(&self, probe: &Probe<'_>) -> Result<(), Stopped> {
        self.pass_or_stop(probe, REST / 2)?;
        probe.frames_pass()?;
        self.pass_or_stop(probe, REST / 2)?;
        for step in 0..=STEPS {
            if step == STEPS || !probe.run::<bool>(0, "sadaProbe.isChanging()")? {
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

    fn pass_or_stop(&self, probe: &Probe<'_>, milliseconds: u32) -> Result<(), Stopped> {
        if self.pass(probe, milliseconds)? {
            return Ok(());
        }
        let what = "letting the page's clock run".to_owned();
        Err(Stopped::Devtools(DevtoolsError::TimedOut { what, limit: LIMIT }))
    }
}
