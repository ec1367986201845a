//! English.

use super::Messages;

pub(super) const MESSAGES: Messages = Messages {
    optional: "(optional)",
    send: "Send",
    close: "Close",
    sending: "Sending…",
    saved_on_device: "Saved on this device. It will be sent as soon as the connection is back.",
    kept_in_page: "Not sent yet. It will be sent when the connection is back, as long as this page stays open.",
    refused: "Your answer could not be stored. Copy your words below if you want to send them another way.",
    problems: "Something is missing",
    choose: "Choose a number.",
    write: "Write an answer.",
    too_long: "Shorten your answer to {limit} characters.",
    not_an_answer: "Choose one of the answers.",
};
