//! Whether a picture consists of given words. No letter is known: what is in the picture is taken apart into words and
//! signs, these are laid beside the letters of the words in order, and then a letter must look most like itself, wherever
//! it comes up again. Where letters touch, there must be many words, each as wide as its letters would be in any font. A
//! picture of anything else, or of other words, does not do that.

use super::ink::{Contrasts, Ink, Sign, ratio};
use super::picture::Picture;

/// Fewer words and letters are a label or a logo, or prove nothing.
const LEAST_WORDS: usize = 6;
const LEAST_COMPARED: usize = 20;
/// More words are not compared: nobody hears such a name to its end.
const MOST_WORDS: usize = 200;
/// Of the words, so many must have as many signs as letters; the others have letters that touch.
const LEAST_ALIGNED: f32 = 0.5;
/// Of the letters that come up again, so many must look most like themselves. By chance fewer than one in ten would.
const LEAST_ALIKE: f32 = 0.75;
/// Fewer words may be as wide as others by chance.
const LEAST_MEASURED: usize = 10;
/// How much the width of a word may differ from what its letters make, on the average and at most.
const MEAN_ERROR: f32 = 0.1;
const LARGEST_ERROR: f32 = 0.35;
/// How much of the highest contrast is ink.
const THRESHOLDS: [f32; 4] = [0.5, 0.35, 0.65, 0.8];

/// Whether it shows these words and nothing else. Words of scripts that join their letters are never found.
pub fn shows_words(picture: &Picture, words: &str) -> bool {
    let words: Vec<Vec<char>> = words.split_whitespace().map(|word| word.chars().collect()).collect();
    let is_apart = words.iter().flatten().all(|letter| !letter.is_alphabetic() || stands_apart(*letter));
    if !(LEAST_WORDS..=MOST_WORDS).contains(&words.len()) || !is_apart {
        return false;
    }
    let Some(contrasts) = Contrasts::of(picture) else { return false };
    // Letters that touch are apart where only what is darkest counts as ink.
    THRESHOLDS.iter().any(|threshold| consists_of(&contrasts.ink(*threshold), &words))
}

fn consists_of(ink: &Ink, words: &[Vec<char>]) -> bool {
    let mut lines: Vec<Vec<Sign>> = ink.lines().into_iter().map(|line| ink.signs(line)).collect();
    lines.retain(|line| !line.is_empty());
    if words.iter().flatten().any(|letter| ('\u{590}'..='\u{5ff}').contains(letter)) {
        for line in &mut lines {
            line.reverse();
        }
    }
    let Some(found) = in_words(lines, words.len()) else { return false };
    letters_recur(&found, words) || widths_fit(&found, words)
}

/// Whether letters look like themselves wherever they come up.
fn letters_recur(found: &[Vec<Sign>], words: &[Vec<char>]) -> bool {
    let pairs = || found.iter().zip(words);
    let is_aligned = |(signs, letters): &(&Vec<Sign>, &Vec<char>)| signs.len() == letters.len();
    let is_plausible = |signs: usize, letters: usize| signs <= letters + 2 && signs * 4 >= letters;
    let aligned: Vec<(char, &Sign)> =
        pairs().filter(is_aligned).flat_map(|(signs, letters)| letters.iter().copied().zip(signs)).collect();
    pairs().all(|(signs, letters)| is_plausible(signs.len(), letters.len()))
        && ratio(pairs().filter(is_aligned).count(), words.len()) >= LEAST_ALIGNED
        && look_like_themselves(&aligned)
}

/// Whether each word is as wide as its letters, in a font whose letters are as wide as they need or all of one width.
fn widths_fit(found: &[Vec<Sign>], words: &[Vec<char>]) -> bool {
    let width = |signs: &Vec<Sign>| {
        let right = signs.iter().map(|sign| sign.right).max().unwrap_or(0);
        right - signs.iter().map(|sign| sign.left).min().unwrap_or(0)
    };
    let fits = |width_of: fn(char) -> f32| {
        let expected: Vec<f32> = words.iter().map(|word| word.iter().map(|letter| width_of(*letter)).sum()).collect();
        let measured: Vec<f32> = found.iter().map(|signs| ratio(width(signs), 1)).collect();
        let scale = measured.iter().sum::<f32>() / expected.iter().sum::<f32>();
        let errors = measured.iter().zip(&expected).map(|(own, expected)| (own / (expected * scale) - 1.0).abs());
        let mean = errors.clone().sum::<f32>() / ratio(words.len(), 1);
        mean <= MEAN_ERROR && errors.fold(0.0, f32::max) <= LARGEST_ERROR && vary(&expected)
    };
    words.len() >= LEAST_MEASURED && (fits(usual_width) || fits(|_| 1.0))
}

/// Whether widths differ by so much that others would not fit.
fn vary(widths: &[f32]) -> bool {
    let mean = widths.iter().sum::<f32>() / ratio(widths.len(), 1);
    let deviation = widths.iter().map(|width| (width - mean).abs()).sum::<f32>() / ratio(widths.len(), 1);
    deviation >= mean * 0.3
}

/// How wide a letter is in most fonts, in parts of the font's size.
fn usual_width(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 0.28,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '"' | '“' | '”' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | 'ш' | 'щ' | 'ж' | 'ю' | 'м' => 0.86,
        letter if letter.is_uppercase() => 0.68,
        _ => 0.56,
    }
}

/// Letters of scripts that write them side by side.
fn stands_apart(letter: char) -> bool {
    matches!(letter, '\0'..='\u{5ff}' | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{1fff}')
}

/// Whether what looks most like a letter is the same letter, for most letters that come up again.
fn look_like_themselves(aligned: &[(char, &Sign)]) -> bool {
    let (mut compared, mut alike) = (0, 0);
    for (at, (letter, sign)) in aligned.iter().enumerate().filter(|(_, (letter, _))| letter.is_alphanumeric()) {
        let others = || aligned.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        if !others().any(|(other, _)| other == letter) {
            continue;
        }
        let nearest = others().min_by(|(_, a), (_, b)| sign.distance(a).total_cmp(&sign.distance(b)));
        compared += 1;
        alike += usize::from(nearest.is_some_and(|(other, _)| other == letter));
    }
    compared >= LEAST_COMPARED && ratio(alike, compared) >= LEAST_ALIKE
}

/// The signs of lines, word by word: the widest gaps are those between words, and there is one word a line more.
fn in_words(lines: Vec<Vec<Sign>>, words: usize) -> Option<Vec<Vec<Sign>>> {
    let mut gaps: Vec<usize> =
        lines.iter().flat_map(|line| line.windows(2).map(|pair| pair[0].gap(&pair[1]))).collect();
    gaps.sort_unstable_by(|a, b| b.cmp(a));
    let between = words.checked_sub(lines.len())?;
    let narrowest = if between == 0 { usize::MAX } else { *gaps.get(between - 1)? };
    let mut found: Vec<Vec<Sign>> = Vec::new();
    for line in lines {
        found.push(Vec::new());
        for sign in line {
            let is_apart = found.last()?.last().is_some_and(|last| last.gap(&sign) >= narrowest);
            if is_apart {
                found.push(Vec::new());
            }
            found.last_mut()?.push(sign);
        }
    }
    (found.len() == words).then_some(found)
}
