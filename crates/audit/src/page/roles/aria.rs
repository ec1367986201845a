//! The roles of WAI-ARIA 1.2 (<https://www.w3.org/TR/wai-aria-1.2/#role_definitions>), with those that WAI-ARIA 1.3 adds
//! (<https://www.w3.org/TR/wai-aria-1.3/>), by name. The section of a role is its name: `#alertdialog`.

use super::Role as R;
use super::row::{Row, base, nameless, role};

const FLAGS: &[&str] = &["aria-errormessage", "aria-invalid", "aria-readonly", "aria-required"];
const VERTICAL: &[(&str, &str)] = &[("aria-orientation", "vertical")];
const HORIZONTAL: &[(&str, &str)] = &[("aria-orientation", "horizontal")];
const HUNDRED: &[(&str, &str)] = &[("aria-valuemax", "100"), ("aria-valuemin", "0")];
const MENUS: &[R] = &[R::Group, R::Menu, R::Menubar];
const MENU_ITEMS: &[R] = &[R::Group, R::MenuItem, R::MenuItemCheckbox, R::MenuItemRadio];
const TABLES: &[R] = &[R::Grid, R::Table, R::TreeGrid];
const ROWS: &[R] = &[R::Row, R::RowGroup];
const PLACE_IN_SET: &[&str] = &["aria-posinset", "aria-setsize"];

pub(super) const ARIA: &[Row] = &[
    role(R::Alert, "alert", &[R::Section]).implicit(&[("aria-atomic", "true"), ("aria-live", "assertive")]),
    role(R::AlertDialog, "alertdialog", &[R::Alert, R::Dialog]).must_be_named().supported(&["aria-modal"]),
    role(R::Application, "application", &[R::Structure]).must_be_named().supported(&[
        "aria-activedescendant",
        "aria-disabled",
        "aria-errormessage",
        "aria-expanded",
        "aria-haspopup",
        "aria-invalid",
    ]),
    role(R::Article, "article", &[R::Document]).supported(PLACE_IN_SET),
    role(R::Banner, "banner", &[R::Landmark]),
    role(R::Blockquote, "blockquote", &[R::Section]),
    role(R::Button, "button", &[R::Command]).contents().must_be_named().leaf().supported(&[
        "aria-disabled",
        "aria-expanded",
        "aria-haspopup",
        "aria-pressed",
    ]),
    nameless(R::Caption, "caption", &[R::Section]).within(&[
        R::Figure,
        R::Grid,
        R::Group,
        R::RadioGroup,
        R::Table,
        R::TreeGrid,
    ]),
    role(R::Cell, "cell", &[R::Section]).contents().within(&[R::Row]).supported(&[
        "aria-colindex",
        "aria-colindextext",
        "aria-colspan",
        "aria-rowindex",
        "aria-rowindextext",
        "aria-rowspan",
    ]),
    role(R::Checkbox, "checkbox", &[R::Input])
        .contents()
        .must_be_named()
        .leaf()
        .required(&["aria-checked"])
        .supported(&["aria-errormessage", "aria-expanded", "aria-invalid", "aria-readonly", "aria-required"]),
    nameless(R::Code, "code", &[R::Section]),
    role(R::ColumnHeader, "columnheader", &[R::Cell, R::GridCell, R::SectionHead])
        .contents()
        .must_be_named()
        .within(&[R::Row])
        .supported(&["aria-sort"]),
    // `aria-controls` is required only while it is expanded (WAI-ARIA 1.3).
    role(R::Combobox, "combobox", &[R::Input])
        .must_be_named()
        .required(&["aria-expanded"])
        .supported(&[
            "aria-activedescendant",
            "aria-autocomplete",
            "aria-errormessage",
            "aria-haspopup",
            "aria-invalid",
            "aria-readonly",
            "aria-required",
        ])
        .implicit(&[("aria-haspopup", "listbox")]),
    base(R::Command, "command", &[R::Widget]),
    role(R::Comment, "comment", &[R::Article]).of_1_3().contents().supported(&["aria-level"]),
    role(R::Complementary, "complementary", &[R::Landmark]),
    base(R::Composite, "composite", &[R::Widget]).supported(&["aria-activedescendant", "aria-disabled"]),
    role(R::ContentInfo, "contentinfo", &[R::Landmark]),
    role(R::Definition, "definition", &[R::Section]),
    nameless(R::Deletion, "deletion", &[R::Section]),
    role(R::Dialog, "dialog", &[R::Window]).must_be_named(),
    role(R::Directory, "directory", &[R::List]).deprecated(),
    role(R::Document, "document", &[R::Structure]),
    nameless(R::Emphasis, "emphasis", &[R::Section]),
    role(R::Feed, "feed", &[R::List]).owning(&[R::Article]),
    role(R::Figure, "figure", &[R::Section]),
    role(R::Form, "form", &[R::Landmark]).must_be_named(),
    nameless(R::Generic, "generic", &[R::Structure]).prohibited(&[
        "aria-braillelabel",
        "aria-brailleroledescription",
        "aria-label",
        "aria-labelledby",
        "aria-roledescription",
    ]),
    role(R::Grid, "grid", &[R::Composite, R::Table])
        .must_be_named()
        .owning(ROWS)
        .supported(&["aria-multiselectable", "aria-readonly"]),
    role(R::GridCell, "gridcell", &[R::Cell, R::Widget]).contents().within(&[R::Row]).supported(&[
        "aria-disabled",
        "aria-errormessage",
        "aria-expanded",
        "aria-haspopup",
        "aria-invalid",
        "aria-readonly",
        "aria-required",
        "aria-selected",
    ]),
    role(R::Group, "group", &[R::Section]).supported(&["aria-activedescendant", "aria-disabled"]),
    role(R::Heading, "heading", &[R::SectionHead]).contents().must_be_named().required(&["aria-level"]),
    role(R::Img, "img", &[R::Section]).must_be_named().leaf(),
    base(R::Input, "input", &[R::Widget]).supported(&["aria-disabled"]),
    nameless(R::Insertion, "insertion", &[R::Section]),
    base(R::Landmark, "landmark", &[R::Section]),
    role(R::Link, "link", &[R::Command]).contents().must_be_named().supported(&[
        "aria-disabled",
        "aria-expanded",
        "aria-haspopup",
    ]),
    role(R::List, "list", &[R::Section]).owning(&[R::ListItem]),
    role(R::Listbox, "listbox", &[R::Select])
        .must_be_named()
        .owning(&[R::Group, R::Option])
        .implicit(VERTICAL)
        .supported(&[
            "aria-errormessage",
            "aria-expanded",
            "aria-invalid",
            "aria-multiselectable",
            "aria-readonly",
            "aria-required",
        ]),
    role(R::ListItem, "listitem", &[R::Section]).within(&[R::Directory, R::List]).supported(&[
        "aria-level",
        "aria-posinset",
        "aria-setsize",
    ]),
    role(R::Log, "log", &[R::Section]).implicit(&[("aria-live", "polite")]),
    role(R::Main, "main", &[R::Landmark]),
    nameless(R::Mark, "mark", &[R::Section]).of_1_3(),
    role(R::Marquee, "marquee", &[R::Section]).must_be_named(),
    role(R::Math, "math", &[R::Section]),
    role(R::Menu, "menu", &[R::Select]).owning(MENU_ITEMS).implicit(VERTICAL),
    role(R::Menubar, "menubar", &[R::Menu]).owning(MENU_ITEMS).implicit(HORIZONTAL),
    role(R::MenuItem, "menuitem", &[R::Command]).contents().must_be_named().within(MENUS).supported(&[
        "aria-disabled",
        "aria-expanded",
        "aria-haspopup",
        "aria-posinset",
        "aria-setsize",
    ]),
    role(R::MenuItemCheckbox, "menuitemcheckbox", &[R::MenuItem])
        .contents()
        .must_be_named()
        .leaf()
        .within(MENUS)
        .required(&["aria-checked"]),
    role(R::MenuItemRadio, "menuitemradio", &[R::MenuItem])
        .contents()
        .must_be_named()
        .leaf()
        .within(MENUS)
        .required(&["aria-checked"]),
    role(R::Meter, "meter", &[R::Range]).must_be_named().leaf().required(&["aria-valuenow"]).implicit(HUNDRED),
    role(R::Navigation, "navigation", &[R::Landmark]),
    nameless(R::None, "none", &[R::Structure]),
    role(R::Note, "note", &[R::Section]),
    role(R::Option, "option", &[R::Input])
        .contents()
        .must_be_named()
        .leaf()
        .within(&[R::Group, R::Listbox])
        .supported(&["aria-checked", "aria-posinset", "aria-selected", "aria-setsize"])
        .implicit(&[("aria-selected", "false")]),
    nameless(R::Paragraph, "paragraph", &[R::Section]),
    role(R::ProgressBar, "progressbar", &[R::Range, R::Widget]).must_be_named().leaf().implicit(HUNDRED),
    role(R::Radio, "radio", &[R::Input])
        .contents()
        .must_be_named()
        .leaf()
        .required(&["aria-checked"])
        .supported(PLACE_IN_SET),
    role(R::RadioGroup, "radiogroup", &[R::Select]).must_be_named().owning(&[R::Radio]).supported(FLAGS),
    base(R::Range, "range", &[R::Structure]).supported(&[
        "aria-valuemax",
        "aria-valuemin",
        "aria-valuenow",
        "aria-valuetext",
    ]),
    role(R::Region, "region", &[R::Landmark]).must_be_named(),
    base(R::RoleType, "roletype", &[]),
    role(R::Row, "row", &[R::Group, R::Widget])
        .contents()
        .within(&[R::Grid, R::RowGroup, R::Table, R::TreeGrid])
        .owning(&[R::Cell, R::ColumnHeader, R::GridCell, R::RowHeader])
        .supported(&[
            "aria-colindex",
            "aria-expanded",
            "aria-level",
            "aria-posinset",
            "aria-rowindex",
            "aria-rowindextext",
            "aria-selected",
            "aria-setsize",
        ]),
    role(R::RowGroup, "rowgroup", &[R::Structure]).within(TABLES).owning(&[R::Row]),
    role(R::RowHeader, "rowheader", &[R::Cell, R::GridCell, R::SectionHead])
        .contents()
        .must_be_named()
        .within(&[R::Row])
        .supported(&["aria-expanded", "aria-sort"]),
    role(R::Scrollbar, "scrollbar", &[R::Range])
        .leaf()
        .required(&["aria-controls", "aria-valuenow"])
        .supported(&["aria-disabled", "aria-orientation"])
        .implicit(&[("aria-orientation", "vertical"), ("aria-valuemax", "100"), ("aria-valuemin", "0")]),
    role(R::Search, "search", &[R::Landmark]),
    role(R::Searchbox, "searchbox", &[R::Textbox]).must_be_named(),
    base(R::Section, "section", &[R::Structure]),
    role(R::SectionFooter, "sectionfooter", &[R::Section]).of_1_3(),
    base(R::SectionHead, "sectionhead", &[R::Structure]),
    role(R::SectionHeader, "sectionheader", &[R::Section]).of_1_3(),
    base(R::Select, "select", &[R::Composite, R::Group]).supported(&["aria-orientation"]),
    // A focusable one is a widget, and then `aria-valuenow` is required: see `Role::required`.
    role(R::Separator, "separator", &[R::Structure])
        .leaf()
        .supported(&[
            "aria-disabled",
            "aria-orientation",
            "aria-valuemax",
            "aria-valuemin",
            "aria-valuenow",
            "aria-valuetext",
        ])
        .implicit(&[("aria-orientation", "horizontal"), ("aria-valuemax", "100"), ("aria-valuemin", "0")]),
    role(R::Slider, "slider", &[R::Input, R::Range])
        .must_be_named()
        .leaf()
        .required(&["aria-valuenow"])
        .supported(&["aria-errormessage", "aria-haspopup", "aria-invalid", "aria-orientation", "aria-readonly"])
        .implicit(&[("aria-orientation", "horizontal"), ("aria-valuemax", "100"), ("aria-valuemin", "0")]),
    role(R::SpinButton, "spinbutton", &[R::Composite, R::Input, R::Range]).must_be_named().supported(FLAGS),
    role(R::Status, "status", &[R::Section]).implicit(&[("aria-atomic", "true"), ("aria-live", "polite")]),
    nameless(R::Strong, "strong", &[R::Section]),
    base(R::Structure, "structure", &[R::RoleType]),
    nameless(R::Subscript, "subscript", &[R::Section]),
    nameless(R::Suggestion, "suggestion", &[R::Section]).of_1_3().owning(&[R::Deletion, R::Insertion]),
    nameless(R::Superscript, "superscript", &[R::Section]),
    role(R::Switch, "switch", &[R::Checkbox]).contents().must_be_named().leaf().required(&["aria-checked"]),
    role(R::Tab, "tab", &[R::SectionHead, R::Widget])
        .contents()
        .leaf()
        .within(&[R::TabList])
        .supported(&[
            "aria-disabled",
            "aria-expanded",
            "aria-haspopup",
            "aria-posinset",
            "aria-selected",
            "aria-setsize",
        ])
        .implicit(&[("aria-selected", "false")]),
    role(R::Table, "table", &[R::Section]).must_be_named().owning(ROWS).supported(&["aria-colcount", "aria-rowcount"]),
    role(R::TabList, "tablist", &[R::Composite])
        .owning(&[R::Tab])
        .supported(&["aria-multiselectable", "aria-orientation"])
        .implicit(HORIZONTAL),
    role(R::TabPanel, "tabpanel", &[R::Section]).must_be_named(),
    role(R::Term, "term", &[R::Section]),
    role(R::Textbox, "textbox", &[R::Input]).must_be_named().supported(&[
        "aria-activedescendant",
        "aria-autocomplete",
        "aria-errormessage",
        "aria-haspopup",
        "aria-invalid",
        "aria-multiline",
        "aria-placeholder",
        "aria-readonly",
        "aria-required",
    ]),
    role(R::Time, "time", &[R::Section]),
    role(R::Timer, "timer", &[R::Status]).implicit(&[("aria-live", "off")]),
    role(R::Toolbar, "toolbar", &[R::Group]).supported(&["aria-orientation"]).implicit(HORIZONTAL),
    role(R::Tooltip, "tooltip", &[R::Section]).contents().must_be_named(),
    role(R::Tree, "tree", &[R::Select])
        .must_be_named()
        .owning(&[R::Group, R::TreeItem])
        .supported(&["aria-errormessage", "aria-invalid", "aria-multiselectable", "aria-required"])
        .implicit(VERTICAL),
    role(R::TreeGrid, "treegrid", &[R::Grid, R::Tree]).must_be_named().owning(ROWS),
    role(R::TreeItem, "treeitem", &[R::ListItem, R::Option])
        .contents()
        .must_be_named()
        .within(&[R::Group, R::Tree])
        .supported(&["aria-expanded", "aria-haspopup"]),
    base(R::Widget, "widget", &[R::RoleType]),
    base(R::Window, "window", &[R::RoleType]).supported(&["aria-modal"]),
];
