//! Where an engine is wrong. Each line was looked at by a person; one that covers nothing any more fails the test.

/// An engine's violation that is none.
#[derive(Debug)]
pub struct Exception {
    /// `axe` or `ibm`.
    pub engine: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// Which elements, as CSS.
    pub selector: &'static str,
    /// Why the engine is wrong.
    pub reason: &'static str,
}

/// All of them.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        engine: "ibm",
        rule: "aria_content_in_landmark",
        selector: "button.open",
        reason: "WCAG 2.4.1 is about blocks that repeat. One button at the end of the page is no block, and axe's rule \
            `region` leaves buttons out on purpose; a landmark around it would be one more on every page.",
    },
    Exception {
        engine: "ibm",
        rule: "aria_child_valid",
        selector: "fieldset[role=radiogroup]:has(input[type=radio])",
        reason: "ARIA 1.2 (5.2.5) wants at least one radio button in a radio group, and forbids nothing beside it: here the \
            help, what is wrong, and own words. The engine calls even an element without a role a wrong child.",
    },
    Exception {
        engine: "ibm",
        rule: "fieldset_legend_valid",
        selector: "fieldset.row:has(> legend.heard)",
        reason: "The legend is there, and is the name of the group in the tree. It is not seen, as the same two words stand \
            at both ends of the row; the engine overlooks what is clipped.",
    },
    Exception {
        engine: "ibm",
        rule: "element_attribute_deprecated",
        selector: "meta[http-equiv=Content-Security-Policy]",
        reason: "HTML (4.2.5.3) defines it. Only the examples of a page with a policy have it, not the popup.",
    },
    Exception {
        engine: "ibm",
        rule: "aria_main_label_visible",
        selector: "body",
        reason: "It counts the `main` of the page in a frame as a second one; HTML (4.4.14) allows one in each document.",
    },
];
