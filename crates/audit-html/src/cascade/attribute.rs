//! Declarations that stand in attributes, each text read once for a page.

use crate::css::declaration::Block;
use hashbrown::HashMap;

/// The blocks of `style` attributes and hints.
#[derive(Default)]
pub(super) struct Attributes {
    numbers: HashMap<Box<str>, u32>,
    blocks: Vec<Block>,
}

impl Attributes {
    /// The block of a text, and its number.
    pub fn of(&mut self, css: &str) -> (u32, &Block) {
        let number = self.numbers.get(css).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.blocks.len()).expect("there are not more attributes than bytes");
            self.blocks.push(Block::parse(css));
            self.numbers.insert(css.into(), number);
            number
        });
        (number, self.block(number))
    }

    /// The block of a number that was given before.
    pub fn block(&self, number: u32) -> &Block {
        &self.blocks[number as usize]
    }
}
