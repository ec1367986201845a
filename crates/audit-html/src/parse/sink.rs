//! What the parser builds its tree in, and which element the start tag being read has become.

use super::arena::{Arena, Element, Kind, NodeId};
use super::names::Names;
use hashbrown::{HashMap, HashSet};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, QualName};
use sada_audit::{NameId, Span, Strings, ValueId};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::num::NonZeroU32;

/// What has been built.
#[derive(Debug)]
pub(crate) struct Built {
    pub arena: Arena,
    pub names: Names,
    pub strings: Strings,
    /// Texts that grew after others were kept.
    pub late_texts: Vec<String>,
    pub quirks: QuirksMode,
    /// Attributes that came with a second start tag of `html` or `body`.
    late_attributes: HashMap<NodeId, Late>,
}

#[derive(Debug, Default)]
struct Late {
    names: HashSet<NameId>,
    attributes: Vec<(NameId, ValueId)>,
}

/// Builds the tree and remembers where start tags stand.
pub(super) struct SpannedSink {
    built: RefCell<Built>,
    /// The name of the start tag that is being read.
    awaited: RefCell<Option<LocalName>>,
    /// The last element of that name made for it.
    made: Cell<Option<NodeId>>,
    created: Cell<usize>,
}

impl SpannedSink {
    /// A document that will have so many nodes, from a source of so many bytes.
    pub fn with_room_for(nodes: usize, bytes: usize) -> Self {
        let built = Built {
            arena: Arena::with_room_for(nodes),
            names: Names::default(),
            strings: Strings::with_capacity(bytes),
            late_texts: Vec::new(),
            quirks: QuirksMode::NoQuirks,
            late_attributes: HashMap::new(),
        };
        Self {
            built: RefCell::new(built),
            awaited: RefCell::default(),
            made: Cell::default(),
            created: Cell::default(),
        }
    }

    /// A start tag is about to be read.
    pub fn expect(&self, name: &LocalName) {
        *self.awaited.borrow_mut() = Some(name.clone());
        self.made.set(None);
    }

    /// The start tag has been read, and stands there.
    ///
    /// What the parser makes on its way (`tbody` before `tr`, formatting elements that go on) comes first, so the last
    /// element of the name is the one that was written.
    pub fn settle(&self, span: Option<Span>) {
        *self.awaited.borrow_mut() = None;
        let (Some(id), Some(span)) = (self.made.take(), span) else { return };
        if let Kind::Element(element) = self.built.borrow_mut().arena.kind_mut(id) {
            let end = u32::try_from(span.end).ok().and_then(NonZeroU32::new);
            element.span = u32::try_from(span.start).ok().zip(end);
        }
    }

    /// How many elements there are so far.
    pub fn created(&self) -> usize {
        self.created.get()
    }

    fn is_awaited(&self, name: &LocalName) -> bool {
        // `viewbox` becomes `viewBox` names in SVG, and `image` becomes `img` in HTML.
        self.awaited
            .borrow()
            .as_ref()
            .is_some_and(|awaited| awaited.eq_ignore_ascii_case(name) || (&**awaited == "image" && &**name == "img"))
    }
}

impl Built {
    /// Puts more text behind `before` if that is a text; else keeps it and returns it as a new node.
    fn text(&mut self, before: Option<NodeId>, text: &str) -> Option<NodeId> {
        match before.map(|before| self.arena.kind_mut(before)) {
            Some(Kind::LateText(place)) => self.late_texts[*place as usize].push_str(text),
            Some(kind @ &mut Kind::Text(known)) => {
                *kind = self.strings.lengthened(known, text).map_or_else(
                    || {
                        self.late_texts.push([self.strings.get(known), text].concat());
                        let place = u32::try_from(self.late_texts.len() - 1);
                        Kind::LateText(place.expect("a page of fewer than 2³² bytes has fewer texts"))
                    },
                    Kind::Text,
                );
            }
            _ => return Some(self.new_text(text)),
        }
        None
    }

    fn new_text(&mut self, text: &str) -> NodeId {
        let text = self.strings.text(text);
        self.arena.make(Kind::Text(text))
    }

    /// Gives the elements the attributes that came late.
    fn complete(&mut self) {
        for (id, late) in self.late_attributes.drain() {
            if let Kind::Element(element) = self.arena.kind_mut(id) {
                let mut attributes = self.strings.attributes_in(element.attributes).to_vec();
                attributes.extend(late.attributes);
                element.attributes = self.strings.attributes(attributes);
            }
        }
    }
}

impl TreeSink for SpannedSink {
    type Handle = NodeId;
    type Output = Built;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Built {
        let mut built = self.built.into_inner();
        built.complete();
        built
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let is_awaited = self.is_awaited(&name.local);
        let is_shadow_root = flags.template && attributes.iter().any(makes_shadow_root);
        let Built { arena, names, strings, .. } = &mut *self.built.borrow_mut();
        let name = names.place(name, strings);
        let kept: Vec<(NameId, ValueId)> = attributes.into_iter().map(|one| names.attribute(one, strings)).collect();
        let attributes = strings.attributes(kept);
        let element = arena.make(Kind::Element(Element { name, attributes, span: None, is_shadow_root }));
        if flags.template {
            let contents = arena.make(Kind::Root);
            arena.append(element, contents);
        }
        self.created.set(self.created.get() + 1);
        if is_awaited {
            self.made.set(Some(element));
        }
        element
    }

    /// Pages are full of them and nobody reads them.
    fn parse_error(&self, _message: Cow<'static, str>) {}

    /// Declarative shadow roots are found later, as templates.
    fn allow_declarative_shadow_roots(&self, _parent: &NodeId) -> bool {
        false
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.built.borrow_mut().quirks = mode;
    }

    fn get_document(&self) -> NodeId {
        NodeId::DOCUMENT
    }

    fn same_node(&self, a: &NodeId, b: &NodeId) -> bool {
        a == b
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.built.borrow(), |built| match &built.arena.node(*target).kind {
            Kind::Element(element) => built.names.get(element.name),
            _ => unreachable!("the parser asks for the names of elements only"),
        })
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.built.borrow_mut().arena.make(Kind::Nothing)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.built.borrow_mut().arena.make(Kind::Nothing)
    }

    /// No text stands beside it that it would keep apart.
    fn append_doctype_to_document(&self, _name: StrTendril, _public_id: StrTendril, _system_id: StrTendril) {}

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let mut built = self.built.borrow_mut();
        let child = match child {
            NodeOrText::AppendNode(child) => Some(child),
            NodeOrText::AppendText(text) => {
                let last = built.arena.node(*parent).last_child;
                built.text(last, &text)
            }
        };
        if let Some(child) = child {
            built.arena.append(*parent, child);
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let mut built = self.built.borrow_mut();
        let child = match child {
            NodeOrText::AppendNode(child) => Some(child),
            NodeOrText::AppendText(text) => {
                let previous = built.arena.node(*sibling).previous;
                built.text(previous, &text)
            }
        };
        if let Some(child) = child {
            built.arena.insert_before(*sibling, child);
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.built.borrow().arena.node(*element).parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.built.borrow_mut().arena.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.built.borrow_mut().arena.move_children(*node, *new_parent);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let Built { arena, names, strings, late_attributes, .. } = &mut *self.built.borrow_mut();
        let Kind::Element(element) = &arena.node(*target).kind else { return };
        let late = late_attributes.entry(*target).or_insert_with(|| {
            let own = strings.attributes_in(element.attributes).iter();
            Late { names: own.map(|(name, _)| *name).collect(), attributes: Vec::new() }
        });
        for attribute in attributes {
            let (name, value) = names.attribute(attribute, strings);
            if late.names.insert(name) {
                late.attributes.push((name, value));
            }
        }
    }

    /// The first thing in it, as it was made with it.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.built.borrow().arena.node(*target).first_child.expect("a template is made with its contents")
    }

    fn mark_script_already_started(&self, _node: &NodeId) {}
}

/// Whether an attribute makes a template a shadow root (HTML, `shadowrootmode`).
fn makes_shadow_root(attribute: &Attribute) -> bool {
    let mode = &attribute.value;
    &*attribute.name.local == "shadowrootmode"
        && (mode.eq_ignore_ascii_case("open") || mode.eq_ignore_ascii_case("closed"))
}
