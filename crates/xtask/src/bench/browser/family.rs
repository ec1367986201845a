//! Processor time of a process and of all that it starts, those of a browser among them. Only Linux tells.

use std::collections::HashMap;
use std::fs;
use std::time::Duration;

/// What `/proc` counts in: Linux says a hundredth of a second to every program, whatever its own clock.
const TICK: Duration = Duration::from_millis(10);

/// A process and its descendants, as far as they were seen. What one does behind the last look at it is not known.
#[derive(Default)]
pub struct Family {
    /// Ticks of each process.
    ticks: HashMap<u32, u64>,
}

impl Family {
    /// Looks at a process and all its descendants.
    pub fn look(&mut self, root: u32) {
        let folders = fs::read_dir("/proc").into_iter().flatten().flatten();
        let ids = folders.filter_map(|folder| folder.file_name().to_str()?.parse::<u32>().ok());
        let seen: Vec<(u32, Stat)> = ids.filter_map(|id| Some((id, stat(id)?))).collect();
        let parents: HashMap<u32, u32> = seen.iter().map(|(id, stat)| (*id, stat.parent)).collect();
        let is_of_family = |id: u32| {
            let mut lineage = std::iter::successors(Some(id), |id| parents.get(id).copied().filter(|up| up != id));
            lineage.by_ref().take(100).any(|id| id == root)
        };
        self.ticks.extend(seen.iter().filter(|(id, _)| is_of_family(*id)).map(|(id, stat)| (*id, stat.ticks)));
    }

    /// Of all together.
    pub fn processor_time(&self) -> Duration {
        let ticks: u64 = self.ticks.values().sum();
        TICK * u32::try_from(ticks).unwrap_or(u32::MAX)
    }
}

struct Stat {
    parent: u32,
    ticks: u64,
}

fn stat(id: u32) -> Option<Stat> {
    read(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)
}

/// <https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html>: the name in brackets may hold anything.
fn read(text: &str) -> Option<Stat> {
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some(Stat { parent: u32::try_from(number(1)?).ok()?, ticks: number(11)? + number(12)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stand_behind_the_name() {
        let text = "42 (a) b) S 7 42 42 0 -1 4194560 100 0 0 0 130 20 1 1 20 0 1 0 100 1000 10";
        let Stat { parent, ticks } = read(text).unwrap();
        assert_eq!((parent, ticks), (7, 150));
    }

    #[test]
    fn what_children_take_counts() {
        let script = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";
        let mut child = std::process::Command::new("sh").args(["-c", &format!("({script}) & wait")]).spawn().unwrap();
        let mut family = Family::default();
        while child.try_wait().unwrap().is_none() {
            family.look(child.id());
            std::thread::sleep(TICK);
        }
        assert!(family.processor_time() > Duration::ZERO);
    }
}
