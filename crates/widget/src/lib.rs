//! The popup on somebody else's page: asks, keeps the answer on the device, sends it until it is stored.
//!
//! The loader (`www/loader/sada.js`) draws the button and fetches this module only when it is wanted.

mod answer;
mod browser;
mod config;
mod definition;
mod delivery;
mod draft;
mod listen;
mod messages;
mod outbox;
mod popup;
mod property;
mod response;
mod screen;

pub use popup::Popup;

use lol_alloc::{FreeListAllocator, LockedAllocator};

/// Small before fast: the popup allocates little, and every visitor who opens it downloads the allocator.
#[global_allocator]
static ALLOCATOR: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());
