//! Stands in for the crate `wasm-streams`, of which leptos' server functions use one type. The popup calls no server function;
//! the crate itself exports three classes to JavaScript, which no linker and no optimiser takes out again: three thousand bytes
//! (brotli) for every visitor who opens the popup.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// The one type. Nothing in this workspace makes one.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives it back.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Not here: a server function would need the crate itself.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("the popup has no server functions: take wasm-streams out of [patch.crates-io] to use some")
    }

    /// Not here either.
    pub fn into_stream(self) -> Never {
        unreachable!("the popup has no server functions: take wasm-streams out of [patch.crates-io] to use some")
    }
}

/// A stream that there is none of.
#[derive(Debug)]
pub enum Never {}

impl Stream for Never {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self {}
    }
}
