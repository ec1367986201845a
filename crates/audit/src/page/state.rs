//! What is handed down through the tree and decides whether an element is there, and for whom. Found for all at once.

use super::style::{Display, Unknown, Visibility};
use super::{Element, Engine, Namespace, NodeId, Page};
use hashbrown::HashMap;

/// Facts about one element, its ancestors' included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct State(u8);

impl State {
    /// `display: none`, skipped by `content-visibility`, or in no slot.
    pub const NOT_RENDERED: State = State(1);
    /// `aria-hidden="true"`.
    pub const ARIA_HIDDEN: State = State(1 << 1);
    /// `inert`.
    pub const INERT: State = State(1 << 2);
    /// Transparent, or cut away.
    pub const UNSEEN: State = State(1 << 3);
    /// The source could not tell whether it is shown.
    pub const IN_DOUBT: State = State(1 << 4);
    /// In a frame or a shadow root that the Tab key passes by.
    pub const PASSED_BY: State = State(1 << 5);
    /// In a disabled `fieldset`, and not in its first legend.
    pub const DISABLED: State = State(1 << 6);

    pub fn has(self, any: State) -> bool {
        self.0 & any.0 != 0
    }

    pub const fn and(self, other: State) -> State {
        State(self.0 | other.0)
    }

    fn put(&mut self, state: State, is_so: bool) {
        if is_so {
            self.0 |= state.0;
        }
    }
}

impl Page {
    fn states(&self) -> &[State] {
        self.states.get_or_init(|| {
            let mut states = vec![State::default(); self.nodes.len()];
            // Fieldsets do not reach into shadow roots; in the arena parents come first.
            for element in self.elements() {
                let Some(parent) = element.parent() else { continue };
                let is_in = states[parent.id().index()].has(State::DISABLED) || is_disabled_by(parent, element);
                states[element.id().index()].put(State::DISABLED, is_in);
            }
            for element in self.flat_order() {
                let around = element.flat_parent();
                let inherited = around.map(|parent| states[parent.id().index()]).unwrap_or_default();
                let mut state = State(inherited.0 & !State::DISABLED.0).and(states[element.id().index()]);
                let style = element.style();
                let is_skipped = around.is_some_and(|parent| parent.style().skips_contents);
                let is_never_shown = element.is_only_referred_to() || around.is_some_and(Element::shows_no_content);
                let is_gone = style.display == Display::None || is_skipped || element.is_left_out();
                state.put(State::NOT_RENDERED, is_gone || is_never_shown);
                // What stands in a canvas is there for everybody but eyes.
                let is_in_canvas = around.is_some_and(|parent| parent.is("canvas"));
                let is_in_hidden_frame = || element.parent().is_none() && around.is_some_and(Element::is_hidden_frame);
                let is_unseen = style.opacity <= 0.0 || style.is_clipped_away || is_in_canvas || is_in_hidden_frame();
                state.put(State::UNSEEN, is_unseen);
                let is_fallback =
                    element.page().engine() == Engine::Html && around.is_some_and(Element::may_be_replaced);
                state.put(State::IN_DOUBT, style.unknown.has(Unknown::VISIBILITY) || is_fallback);
                let says_hidden = |value: &str| value.trim_ascii().eq_ignore_ascii_case("true");
                state.put(State::ARIA_HIDDEN, element.attribute("aria-hidden").is_some_and(says_hidden));
                state.put(State::INERT, element.has_attribute("inert"));
                let is_hosted = || element.parent().is_none() && around.is_some_and(Element::has_negative_tabindex);
                state.put(State::PASSED_BY, is_hosted());
                states[element.id().index()] = state;
            }
            self.show_areas(&mut states);
            states
        })
    }

    /// An `area` has no box of its own: it is there for whom the image is that shows its map (HTML, image maps,
    /// <https://html.spec.whatwg.org/multipage/image-maps.html#image-map-processing-model>).
    fn show_areas(&self, states: &mut [State]) {
        let mut images: HashMap<&str, NodeId> = HashMap::new();
        for image in self.elements().filter(|element| element.is("img") || element.is("object")) {
            let map = image.attribute("usemap").and_then(|map| map.strip_prefix('#'));
            let Some(map) = map.filter(|map| !map.is_empty()) else { continue };
            if !states[image.id().index()].has(State::NOT_RENDERED) && image.style().visibility == Visibility::Visible {
                images.entry(map).or_insert(image.id());
            }
        }
        for area in self.elements().filter(|element| !images.is_empty() && element.is("area")) {
            let map = std::iter::successors(area.parent(), |at| at.parent()).find(|around| around.is("map"));
            let name = map.and_then(|map| map.attribute("name")).unwrap_or_default();
            if let Some(image) = images.get(name) {
                let own = State(states[area.id().index()].0 & State::ARIA_HIDDEN.and(State::INERT).0);
                states[area.id().index()] = states[image.index()].and(own);
            }
        }
    }
}

/// HTML, <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#concept-fe-disabled>: what stands in
/// the first legend of a disabled fieldset stays usable.
fn is_disabled_by(parent: Element<'_>, child: Element<'_>) -> bool {
    parent.is("fieldset")
        && parent.has_attribute("disabled")
        && parent.children().find(|child| child.is("legend")) != Some(child)
}

impl Element<'_> {
    /// Whether what stands in it is for browsers that do not know it (HTML, `video`, `audio`).
    fn shows_no_content(self) -> bool {
        self.is("audio") || self.is("video")
    }

    /// Whether it is a frame that is not seen, whose document does not inherit that.
    fn is_hidden_frame(self) -> bool {
        self.style().visibility == Visibility::Hidden && ["embed", "frame", "iframe", "object"].contains(&self.name())
    }

    /// Whether its own texts are shown to nobody: also those of a closed `details`, but for its summary.
    pub(super) fn hides_own_texts(self) -> bool {
        self.shows_no_content() || self.is("iframe") || (self.is("details") && !self.has_attribute("open"))
    }

    /// Whether something else is shown in place of what stands in it, if a browser can.
    fn may_be_replaced(self) -> bool {
        self.is("object") && (self.has_attribute("data") || self.has_attribute("type"))
    }

    /// Parts of a drawing that are not drawn where they stand (SVG 2, never-rendered elements,
    /// <https://www.w3.org/TR/SVG2/render.html#TermNeverRenderedElement>).
    fn is_only_referred_to(self) -> bool {
        self.namespace() == Namespace::Svg
            && matches!(
                self.name(),
                "clipPath"
                    | "defs"
                    | "filter"
                    | "linearGradient"
                    | "marker"
                    | "mask"
                    | "metadata"
                    | "pattern"
                    | "radialGradient"
                    | "script"
                    | "style"
                    | "symbol"
            )
    }

    pub(super) fn state(self) -> State {
        self.page().states()[self.id().index()]
    }
}
