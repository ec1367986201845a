//! Looking things up by id, and labels by their control.

use super::node::Kind;
use super::{Element, Engine, Namespace, NodeId, Page};
use hashbrown::HashMap;

/// What is looked up often, made on first use.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By tree (document or shadow root), then by id; in document order.
    by_id: HashMap<NodeId, HashMap<Box<str>, Vec<NodeId>>>,
    /// The labels of a form control, in document order.
    labels: HashMap<NodeId, Vec<NodeId>>,
    /// The elements whose `aria-labelledby` points at an element.
    named_by: HashMap<NodeId, Vec<NodeId>>,
    /// The language each document says it is in where its elements do not.
    languages: HashMap<NodeId, Box<str>>,
    /// Whether a style sheet is named or stands in it.
    has_style_sheets: bool,
    /// Whether a script may add one.
    has_scripts: bool,
    /// Groups of radio buttons that can be reached.
    groups: Vec<RadioGroup>,
    group_of: HashMap<NodeId, usize>,
}

/// The radio buttons of a group that matter for the Tab key.
#[derive(Debug)]
struct RadioGroup {
    first: NodeId,
    last: NodeId,
    checked: Option<NodeId>,
}

/// What makes radio buttons a group: their tree, their form and their name (HTML, radio button group).
type GroupKey<'p> = (NodeId, Option<NodeId>, &'p str);

impl Index {
    fn find(&self, tree: NodeId, id: &str) -> Option<NodeId> {
        self.by_id.get(&tree)?.get(id)?.first().copied()
    }

    fn add_to_group(&mut self, at: usize, radio: Element<'_>) {
        let id = radio.id();
        if at == self.groups.len() {
            self.groups.push(RadioGroup { first: id, last: id, checked: None });
        }
        let group = &mut self.groups[at];
        group.last = id;
        // Of several, the last one stays checked.
        group.checked = if radio.has_attribute("checked") { Some(id) } else { group.checked };
    }
}

impl Page {
    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for element in self.elements() {
                if let Some(id) = element.attribute("id").filter(|id| !id.is_empty()) {
                    let tree = index.by_id.entry(self.tree_of(element.id())).or_default();
                    tree.entry(id.into()).or_default().push(element.id());
                }
            }
            let mut groups: HashMap<GroupKey<'_>, usize> = HashMap::new();
            for element in self.elements() {
                if let Some(language) = element.pragma_language() {
                    index.languages.entry(self.tree_of(element.id())).or_insert(language.into());
                }
                if let Some(key) = group_key(&index, element).filter(|_| element.is_focusable()) {
                    let at = *groups.entry(key).or_insert(index.groups.len());
                    index.group_of.insert(element.id(), at);
                    index.add_to_group(at, element);
                }
                index.has_style_sheets |= element.is("style") || element.is("link");
                index.has_scripts |= element.is("script");
                if element.is("label")
                    && let Some(control) = control_of(&index, element)
                {
                    index.labels.entry(control).or_default().push(element.id());
                }
                for id in element.attribute("aria-labelledby").unwrap_or_default().split_ascii_whitespace() {
                    if let Some(name) = index.find(self.tree_of(element.id()), id) {
                        index.named_by.entry(name).or_default().push(element.id());
                    }
                }
            }
            index
        })
    }

    /// The first element with this id in a tree.
    pub(super) fn with_id(&self, tree: NodeId, id: &str) -> Option<NodeId> {
        self.index().find(tree, id)
    }

    /// The root a node stands under: its document or shadow root. Ids mean something only in there.
    pub(super) fn tree_of(&self, id: NodeId) -> NodeId {
        let roots = self.roots.get_or_init(|| {
            let mut roots: Vec<NodeId> = Vec::with_capacity(self.nodes.len());
            for (at, node) in self.nodes.iter().enumerate() {
                let is_root = matches!(node.kind, Kind::Document | Kind::ShadowRoot);
                let root = node.parent.filter(|_| !is_root).map(|parent| roots[parent.index()]);
                roots.push(root.unwrap_or(NodeId::from_index(at)));
            }
            roots
        });
        roots[id.index()]
    }

    /// Whether styles can come from anywhere but `style` attributes.
    pub fn has_style_sheets(&self) -> bool {
        let index = self.index();
        index.has_style_sheets || (self.engine() == Engine::Browser && index.has_scripts)
    }

    /// The language that a document says its elements are in which do not say themselves.
    pub(super) fn default_language(&self, document: NodeId) -> Option<&str> {
        self.index().languages.get(&document).map(|language| &**language)
    }
}

impl<'p> Element<'p> {
    /// The first element with this id in the same tree.
    pub fn by_id(self, id: &str) -> Option<Element<'p>> {
        self.page().element(self.page().index().find(self.page().tree_of(self.id()), id)?)
    }

    /// Every element with this id in the same tree. There should be one.
    pub fn all_by_id(self, id: &str) -> impl Iterator<Item = Element<'p>> {
        let ids = self.page().index().by_id.get(&self.page().tree_of(self.id()));
        let found = ids.and_then(|ids| ids.get(id)).map_or(&[][..], Vec::as_slice);
        found.iter().filter_map(move |id| self.page().element(*id))
    }

    /// The elements that an attribute with ids points at, in its order and within the same tree; an id that is nowhere is
    /// left out.
    pub fn referenced(self, attribute: &str) -> impl Iterator<Item = Element<'p>> {
        let ids = self.attribute(attribute).unwrap_or_default().split_ascii_whitespace();
        ids.filter_map(move |id| self.by_id(id))
    }

    /// Whether the Tab key stops at it, if it is a radio button of a group: at the checked one, or the first or last if
    /// none is.
    pub(super) fn is_stop_of_group(self) -> bool {
        let index = self.page().index();
        let Some(group) = index.group_of.get(&self.id()).map(|at| &index.groups[*at]) else { return true };
        match group.checked {
            Some(checked) => checked == self.id(),
            None => group.first == self.id() || group.last == self.id(),
        }
    }

    /// Whether its id is there and no other element in its tree has it.
    pub(super) fn has_unique_id(self) -> bool {
        let ids = self.page().index().by_id.get(&self.page().tree_of(self.id()));
        self.attribute("id").and_then(|id| ids?.get(id)).is_some_and(|found| found.len() == 1)
    }

    /// The `label` elements of a form control (HTML, labels), in document order.
    pub fn labels(self) -> impl Iterator<Item = Element<'p>> {
        self.in_index(&self.page().index().labels)
    }

    /// The elements it gives a name to: the control of a `label`, and whatever points at it with `aria-labelledby`.
    pub fn names(self) -> impl Iterator<Item = Element<'p>> {
        let index = self.page().index();
        let control = self.is("label").then(|| control_of(index, self)).flatten();
        control.and_then(|id| self.page().element(id)).into_iter().chain(self.in_index(&index.named_by))
    }

    fn in_index(self, index: &'p HashMap<NodeId, Vec<NodeId>>) -> impl Iterator<Item = Element<'p>> {
        let found = index.get(&self.id()).map_or(&[][..], Vec::as_slice);
        found.iter().filter_map(move |id| self.page().element(*id))
    }

    /// Whether a `label` can label it (HTML, labelable elements).
    pub fn is_labelable(self) -> bool {
        match self.name() {
            _ if self.namespace() != Namespace::Html => false,
            "button" | "meter" | "output" | "progress" | "select" | "textarea" => true,
            "input" => !self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
            _ => false,
        }
    }

    /// Every element below it in the markup, in document order.
    pub fn descendants(self) -> impl Iterator<Item = Element<'p>> {
        let mut open: Vec<NodeId> = Vec::new();
        let page = self.page();
        let push = move |open: &mut Vec<NodeId>, parent| {
            let at = open.len();
            open.extend(page.children(parent));
            open[at..].reverse();
        };
        push(&mut open, self.id());
        std::iter::from_fn(move || {
            loop {
                let id = open.pop()?;
                if let Some(element) = page.element(id) {
                    push(&mut open, id);
                    return Some(element);
                }
            }
        })
    }
}

fn group_key<'p>(index: &Index, radio: Element<'p>) -> Option<GroupKey<'p>> {
    let is_radio = radio.is("input") && radio.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("radio"));
    let name = radio.attribute("name").filter(|name| is_radio && !name.is_empty())?;
    let tree = radio.page().tree_of(radio.id());
    let form = match radio.attribute("form") {
        Some(id) => index.find(tree, id),
        None => std::iter::successors(radio.parent(), |at| at.parent()).find(|at| at.is("form")).map(Element::id),
    };
    Some((tree, form, name))
}

fn control_of(index: &Index, label: Element<'_>) -> Option<NodeId> {
    let control = match label.attribute("for") {
        Some(id) => label.page().element(index.find(label.page().tree_of(label.id()), id)?),
        None => label.descendants().find(|element| element.is_labelable()),
    };
    control.filter(|element| element.is_labelable()).map(Element::id)
}
