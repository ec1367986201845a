//! The hands in a real browser: keys through the `DevTools` protocol, eyes through a script beside the page's own.

mod clock;

pub use clock::Clock;

use crate::keys::{Hands, Inside, Patience, Place, Stop};
use sada_audit_html::Visitor;
use sada_devtools::{DevtoolsError, Press, Tab};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::time::{Duration, Instant};

const SCRIPTS: &[&str] = &[
    include_str!("probe.js"),
    include_str!("../trials/trials.js"),
    include_str!("../trials/stillness.js"),
    include_str!("../trials/focus.js"),
    include_str!("../trials/acts.js"),
    include_str!("../trials/arrows.js"),
    include_str!("../trials/contexts.js"),
    include_str!("../trials/hover.js"),
    include_str!("../trials/graphics.js"),
    include_str!("../trials/windows.js"),
    include_str!("../trials/flashes.js"),
    include_str!("../trials/states.js"),
    include_str!("../trials/worded.js"),
    include_str!("../trials/moving.js"),
];

/// Milliseconds on the page's clock from a key to the look; and once more before a departure is believed.
const USUAL: u32 = 100;
const LONG: u32 = 200;
const DEPARTURE: u32 = 60;
/// Milliseconds until a script has given up calling the focus back to what cannot take it.
const RELEASE: u32 = 120;

/// A frame more is not looked into.
const MOST_FRAMES: usize = 50;
/// Frames beyond these are not tried in pictures and with the pointer.
pub const MOST_NEAR: usize = 12;

/// Why the keys are laid down before everything is known.
#[derive(Debug)]
pub enum Stopped {
    /// The time or the number of presses is used up.
    Budget,
    /// The page, or a frame in it, went on to another document.
    PageLeft,
    /// The browser does not answer as it should.
    Devtools(DevtoolsError),
}

impl From<DevtoolsError> for Stopped {
    fn from(error: DevtoolsError) -> Self {
        Self::Devtools(error)
    }
}

/// The keyboard and the eyes.
pub struct Probe<'t> {
    tab: &'t Tab,
    visitor: Visitor,
    frames: Vec<Frame>,
    has_frames_further_in: bool,
    /// Frame elements to the frames in them.
    inside: HashMap<Stop, Option<usize>>,
    documents: u32,
    limit: Duration,
    deadline: Instant,
    presses_left: usize,
    clock: Rc<Clock>,
}

struct Frame {
    id: String,
    /// The id of the script's world in it.
    world: i64,
}

/// What `look` and `settle` answer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Look {
    has_left: bool,
    stop: Option<u32>,
    is_frame: bool,
    inside: Inside,
}

impl<'t> Probe<'t> {
    /// Puts the script beside those of the page and of its frames. `presses` may be used, and no call may take longer
    /// than `limit`.
    pub fn new(tab: &'t Tab, visitor: &Visitor, presses: usize, limit: Duration) -> Result<Self, Stopped> {
        let tree: FrameTree = tab.call_within::<Tree>("Page.getFrameTree", &json!({}), limit)?.frame_tree;
        let mut ids = vec![tree.frame.id];
        let has_frames_further_in =
            tree.child_frames.len() > MOST_NEAR || tree.child_frames.iter().any(|frame| !frame.child_frames.is_empty());
        let mut open = tree.child_frames;
        open.reverse();
        while let Some(next) = open.pop().filter(|_| ids.len() < MOST_FRAMES) {
            // What the browser shows in place of a document that could not be loaded is no part of the page.
            if next.frame.unreachable_url.is_none() {
                ids.push(next.frame.id);
            }
            open.extend(next.child_frames.into_iter().rev());
        }
        let mut probe = Self {
            tab,
            visitor: *visitor,
            frames: Vec::new(),
            has_frames_further_in,
            inside: HashMap::new(),
            documents: tab.documents(),
            limit,
            deadline: Instant::now() + limit,
            presses_left: presses,
            clock: Rc::new(Clock::new(tab)),
        };
        for id in ids {
            probe.enter(id)?;
        }
        Ok(probe)
    }

    fn enter(&mut self, id: String) -> Result<(), Stopped> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Created {
            execution_context_id: i64,
        }
        let params = json!({ "frameId": id, "worldName": "sada" });
        let created: Created = match self.tab.call_within("Page.createIsolatedWorld", &params, self.limit) {
            // A frame that has just gone, or that another process holds, is no place for the focus to be looked for.
            Err(DevtoolsError::Refused { .. }) if !self.frames.is_empty() => return Ok(()),
            created => created?,
        };
        self.frames.push(Frame { id, world: created.execution_context_id });
        self.run::<Value>(self.frames.len() - 1, &SCRIPTS.concat()).map(drop)
    }

    /// Whom the page is looked at for.
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// The tab it is in.
    pub fn tab(&self) -> &'t Tab {
        self.tab
    }

    /// The browser's id of the page's own frame.
    pub fn page_frame(&self) -> &str {
        self.frames.first().map_or("", |frame| &frame.id)
    }

    /// The page's own clock.
    pub fn clock(&self) -> Rc<Clock> {
        self.clock.clone()
    }

    /// How many frames can be looked into, the page itself among them, which is the first.
    pub fn frames(&self) -> usize {
        self.frames.len()
    }

    /// Whether frames of the page have frames of their own, or there are more than a few.
    pub fn has_frames_further_in(&self) -> bool {
        self.has_frames_further_in
    }

    /// Lets the time begin.
    pub fn begin(&mut self, time: Duration) {
        self.deadline = Instant::now() + time;
    }

    /// Whether the time is over.
    pub fn is_late(&self) -> bool {
        Instant::now() >= self.deadline
    }

    /// Lets something have one of so many parts of the time that is left, so that there is some for what comes after.
    pub fn with_part<T>(&mut self, parts: u32, act: impl FnOnce(&mut Self) -> T) -> T {
        let all = self.deadline;
        let now = Instant::now();
        self.deadline = now + all.saturating_duration_since(now) / parts;
        let done = act(self);
        self.deadline = all;
        done
    }

    /// Tells the script of closed shadow roots, by the browser's ids of them.
    pub fn adopt(&self, closed_roots: &[i64]) -> Result<(), Stopped> {
        for root in closed_roots {
            // Each world sees the roots of its own frame only, and says so of the others.
            for frame in &self.frames {
                let params = json!({ "backendNodeId": root, "executionContextId": frame.world });
                let Some(object) = self.object("DOM.resolveNode", &params, "object")? else { continue };
                let adopt = "function () { sadaProbe.adopt(this) }";
                let params = json!({ "functionDeclaration": adopt, "objectId": object });
                self.tab.call_within::<Value>("Runtime.callFunctionOn", &params, self.limit)?;
                break;
            }
        }
        Ok(())
    }

    /// The script's number of an element of the page's own frame, by the browser's id.
    pub fn number_of(&self, backend_id: i64) -> Result<Option<u32>, Stopped> {
        #[derive(Deserialize)]
        struct Called {
            result: Number,
        }
        #[derive(Deserialize)]
        struct Number {
            value: Option<u32>,
        }
        let Some(frame) = self.frames.first() else { return Ok(None) };
        let params = json!({ "backendNodeId": backend_id, "executionContextId": frame.world });
        let Some(object) = self.object("DOM.resolveNode", &params, "object")? else { return Ok(None) };
        let number = "function () { return this instanceof Element ? sadaProbe.numberOf(this) : null }";
        let params = json!({ "functionDeclaration": number, "objectId": object, "returnByValue": true });
        let called: Called = self.call("Runtime.callFunctionOn", &params)?;
        Ok(called.result.value)
    }

    /// The id of the object in an answer; `None` if it is null or refused.
    fn object(&self, method: &str, params: &Value, field: &str) -> Result<Option<String>, Stopped> {
        match self.tab.call_within::<Value>(method, params, self.limit) {
            Ok(answer) => Ok(answer[field]["objectId"].as_str().map(str::to_owned)),
            Err(DevtoolsError::Refused { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What may take the focus, in tree order frame by frame; `most` of them.
    pub fn candidates(&self, most: usize) -> Result<Vec<Stop>, Stopped> {
        let mut candidates = Vec::new();
        for frame in 0..self.frames.len() {
            let rest = most - candidates.len();
            let numbers: Vec<u32> = self.run(frame, &format!("sadaProbe.candidates({rest})"))?;
            candidates.extend(numbers.into_iter().map(|number| Stop { frame, number }));
        }
        Ok(candidates)
    }

    /// Calls a method of the browser.
    pub fn call<T: DeserializeOwned>(&self, method: &str, params: &Value) -> Result<T, Stopped> {
        Ok(self.tab.call_within(method, params, self.limit)?)
    }

    /// The id of what an expression gives in a frame; `None` if that is nothing.
    pub fn object_of(&self, frame: usize, expression: &str) -> Result<Option<String>, Stopped> {
        let params = json!({ "expression": expression, "contextId": self.frames[frame].world });
        self.object("Runtime.evaluate", &params, "result")
    }

    /// The same among the page's own scripts. What listens is known only there.
    pub fn object_of_page(&self, expression: &str) -> Result<Option<String>, Stopped> {
        self.object("Runtime.evaluate", &json!({ "expression": expression }), "result")
    }

    /// The browser's id of an element.
    pub fn own_backend_id(&self, stop: Stop) -> Result<Option<i64>, Stopped> {
        let Some(object) = self.object_of(stop.frame, &format!("sadaProbe.element({})", stop.number))? else {
            return Ok(None);
        };
        let node: Value = self.call("DOM.describeNode", &json!({ "objectId": object }))?;
        Ok(node["node"]["backendNodeId"].as_i64())
    }

    /// Waits until what was changed is painted.
    pub fn frames_pass(&self) -> Result<(), Stopped> {
        // As long as the clock stands, a frame comes only where it was put ahead, but then it comes.
        let otherwise = if self.clock.stands() {
            self.clock.keep_ahead(self, 0)?;
            ""
        } else {
            "setTimeout(() => done(true), 200);"
        };
        let painted = format!(
            "new Promise((done) => {{ {otherwise} requestAnimationFrame(() => requestAnimationFrame(() => done(true))) }})"
        );
        self.run::<bool>(0, &painted).map(drop)
    }

    /// Waits for one frame, while the clock stands.
    pub fn frame_passes(&self) -> Result<(), Stopped> {
        self.clock.keep_ahead(self, 0)?;
        self.run::<bool>(0, "new Promise((done) => requestAnimationFrame(() => done(true)))").map(drop)
    }

    /// Waits, as long as the page's clock was not put ahead.
    pub fn wait(&self, milliseconds: u32) -> Result<(), Stopped> {
        self.run::<bool>(0, &format!("new Promise((done) => setTimeout(() => done(true), {milliseconds}))")).map(drop)
    }

    /// Where the focus is after so many milliseconds of the page's clock and a frame.
    fn look_after(&self, milliseconds: u32) -> Result<Look, Stopped> {
        self.clock.pass_or_stop(self, milliseconds)?;
        self.run(0, "sadaProbe.lookAfterFrame()")
    }

    /// Where the focus is now.
    pub fn glance(&mut self) -> Result<Place, Stopped> {
        let look = self.run(0, "sadaProbe.look()")?;
        self.place(look)
    }

    /// Presses a key without looking for the focus.
    pub fn press_once(&self, press: Press) -> Result<(), Stopped> {
        Ok(self.tab.press_within(press, self.limit)?)
    }

    /// The browser's ids of an element and of what it stands in, the nearest first, until `is_enough`.
    pub fn backend_id(&self, stop: Stop, is_known: impl Fn(i64) -> bool) -> Result<Option<i64>, Stopped> {
        let mut at = stop.number;
        let mut seen = HashSet::new();
        while seen.insert(at) {
            match self.own_backend_id(Stop { number: at, ..stop })? {
                None => return Ok(None),
                Some(id) if is_known(id) => return Ok(Some(id)),
                Some(_) => {}
            }
            match self.run::<Option<u32>>(stop.frame, &format!("sadaProbe.around({at})"))? {
                Some(around) => at = around,
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Else the browser believes its own focus elsewhere after a departure, and not every later departure is seen.
    fn bring_to_front(&self) -> Result<(), Stopped> {
        self.tab.call_within::<Value>("Page.bringToFront", &json!({}), self.limit)?;
        Ok(())
    }

    /// The element with the focus, found through the frames.
    fn place(&mut self, mut look: Look) -> Result<Place, Stopped> {
        if look.has_left {
            self.bring_to_front()?;
            return Ok(Place::Browser { is_called_back: look.stop.is_some() });
        }
        let mut found = Place::Nowhere;
        let mut frame = 0;
        while let Some(number) = look.stop {
            let stop = Stop { frame, number };
            found = Place::At { stop, inside: look.inside };
            match look.is_frame.then(|| self.frame_in(stop)).transpose()?.flatten() {
                Some(inner) => (frame, look) = (inner, self.run(inner, "sadaProbe.look()")?),
                None => break,
            }
        }
        Ok(found)
    }

    /// The frame that an element of the page itself holds, if that was there when the probe was made.
    pub fn frame_of(&self, number: u32) -> Result<Option<usize>, Stopped> {
        let id = self.frame_id(Stop { frame: 0, number })?;
        Ok(self.frames.iter().position(|frame| Some(&frame.id) == id.as_ref()))
    }

    /// The browser's id of what a frame element holds.
    fn frame_id(&self, stop: Stop) -> Result<Option<String>, Stopped> {
        let Some(object) = self.object_of(stop.frame, &format!("sadaProbe.element({})", stop.number))? else {
            return Ok(None);
        };
        let node: Value = self.call("DOM.describeNode", &json!({ "objectId": object }))?;
        Ok(node["node"]["frameId"].as_str().map(str::to_owned))
    }

    /// The frame that a frame element holds.
    fn frame_in(&mut self, stop: Stop) -> Result<Option<usize>, Stopped> {
        if let Some(known) = self.inside.get(&stop) {
            return Ok(*known);
        }
        let id = self.frame_id(stop)?;
        let mut found = self.frames.iter().position(|frame| Some(&frame.id) == id.as_ref());
        if let (None, Some(id), true) = (found, id, self.frames.len() < MOST_FRAMES) {
            // It has come into the page since.
            let frames = self.frames.len();
            self.enter(id)?;
            found = (self.frames.len() > frames).then_some(frames);
        }
        self.inside.insert(stop, found);
        Ok(found)
    }

    /// What a script beside those of a frame's page answers.
    pub fn run<T: DeserializeOwned>(&self, frame: usize, script: &str) -> Result<T, Stopped> {
        self.run_within(frame, script, self.limit)
    }

    /// The same, for what may take longer than any one call.
    pub fn run_within<T: DeserializeOwned>(&self, frame: usize, script: &str, limit: Duration) -> Result<T, Stopped> {
        #[derive(Deserialize)]
        struct Evaluated<T> {
            result: Outcome<T>,
        }
        #[derive(Deserialize)]
        struct Outcome<T> {
            value: Option<T>,
        }
        let params = json!({
            "expression": script,
            "contextId": self.frames[frame].world,
            "awaitPromise": true,
            "returnByValue": true,
        });
        let outcome = self.tab.call_within::<Evaluated<T>>("Runtime.evaluate", &params, limit);
        let is_gone = self.tab.documents() != self.documents;
        match outcome {
            Ok(Evaluated { result: Outcome { value: Some(value) } }) => Ok(value),
            // The script has gone with its document.
            _ if is_gone => Err(Stopped::PageLeft),
            // Or with a frame that was taken away, or went on to another document.
            Err(DevtoolsError::Refused { message, .. }) if message.contains("context with specified id") => {
                Err(Stopped::PageLeft)
            }
            // What answers nothing answers null.
            Ok(_) => serde_json::from_value(Value::Null).map_err(|source| {
                let method = "Runtime.evaluate".to_owned();
                Stopped::Devtools(DevtoolsError::Unreadable { method, source })
            }),
            Err(error) => Err(error.into()),
        }
    }
}

impl Hands for Probe<'_> {
    type Error = Stopped;

    fn press(&mut self, press: Press, patience: Patience) -> Result<Place, Stopped> {
        if self.presses_left == 0 || self.is_late() {
            return Err(Stopped::Budget);
        }
        self.presses_left -= 1;
        self.tab.press_within(press, self.limit)?;
        let mut now = self.look_after(if patience == Patience::Usual { USUAL } else { LONG })?;
        if now.has_left {
            now = self.look_after(DEPARTURE)?;
        }
        self.place(now)
    }

    fn focus(&mut self, stop: Stop) -> Result<bool, Stopped> {
        self.run(stop.frame, &format!("sadaProbe.focus({})", stop.number))
    }

    fn release(&mut self) -> Result<(), Stopped> {
        self.run::<bool>(0, "sadaProbe.beInert(true)")?;
        let passed = self.clock.pass_or_stop(self, RELEASE);
        self.run::<bool>(0, "sadaProbe.beInert(false)")?;
        passed?;
        // A focus that left and was called back at once has left all the same, as far as the browser is concerned.
        self.bring_to_front()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tree {
    frame_tree: FrameTree,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FrameTree {
    frame: FrameId,
    #[serde(default)]
    child_frames: Vec<FrameTree>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FrameId {
    id: String,
    unreachable_url: Option<String>,
}
