//! Calculating with quantities.

use super::math::{Kind, Quantity};
use super::{Result, invalid, unknown};

/// A quantity times a number.
pub(super) fn scale(quantity: Quantity, factor: f32) -> Quantity {
    Quantity { kind: quantity.kind, value: quantity.value * factor, percent: quantity.percent * factor }
}

/// The sum of two quantities of one kind.
pub(super) fn add(a: Quantity, b: Quantity) -> Result<Quantity> {
    let kind = match (a.kind, b.kind) {
        (a, b) if a == b => a,
        (Kind::Length, Kind::Percentage) | (Kind::Percentage, Kind::Length) => Kind::Length,
        _ => return invalid(),
    };
    Ok(Quantity { kind, value: a.value + b.value, percent: a.percent + b.percent })
}

/// Applies a function whose arguments have been read.
pub(super) fn apply(name: &str, arguments: &[Quantity]) -> Result<Quantity> {
    let [first, rest @ ..] = arguments else { return invalid() };
    if matches!(name, "calc" | "-webkit-calc") {
        return if rest.is_empty() { Ok(*first) } else { invalid() };
    }
    // Which of `10px` and `5%` is larger depends on the layout.
    let is_mixed = |quantity: &Quantity| quantity.kind == Kind::Length && quantity.percent != 0.0;
    if arguments.iter().any(is_mixed) || rest.iter().any(|other| other.kind != first.kind) {
        return unknown();
    }
    let plain = |quantity: &Quantity| if first.kind == Kind::Percentage { quantity.percent } else { quantity.value };
    let values: Vec<f32> = arguments.iter().map(plain).collect();
    let same = |value: f32| match first.kind {
        Kind::Percentage => Quantity { kind: Kind::Percentage, value: 0.0, percent: value },
        kind => Quantity::of(kind, value),
    };
    let radians = if first.kind == Kind::Angle { values[0].to_radians() } else { values[0] };
    Ok(match (name, values.as_slice()) {
        ("min", values) => same(values.iter().copied().fold(f32::INFINITY, f32::min)),
        ("max", values) => same(values.iter().copied().fold(f32::NEG_INFINITY, f32::max)),
        ("abs", [value]) => same(value.abs()),
        ("sign", [value]) => Quantity::number(if *value == 0.0 { 0.0 } else { value.signum() }),
        ("round", [value]) => same((value + 0.5).floor()),
        ("round", [value, step]) if *step > 0.0 => same((value / step + 0.5).floor() * step),
        ("mod", [value, step]) if *step > 0.0 => same(value.rem_euclid(*step)),
        ("rem", [value, step]) if *step != 0.0 => same(value % step),
        ("hypot", values) => same(values.iter().map(|value| value * value).sum::<f32>().sqrt()),
        ("sqrt", [value]) => Quantity::number(value.sqrt()),
        ("pow", [base, exponent]) => Quantity::number(base.powf(*exponent)),
        ("exp", [value]) => Quantity::number(value.exp()),
        ("log", [value]) => Quantity::number(value.ln()),
        ("log", [value, base]) => Quantity::number(value.log(*base)),
        ("sin", [_]) => Quantity::number(radians.sin()),
        ("cos", [_]) => Quantity::number(radians.cos()),
        ("tan", [_]) => Quantity::number(radians.tan()),
        ("asin", [value]) => Quantity::of(Kind::Angle, value.asin().to_degrees()),
        ("acos", [value]) => Quantity::of(Kind::Angle, value.acos().to_degrees()),
        ("atan", [value]) => Quantity::of(Kind::Angle, value.atan().to_degrees()),
        ("atan2", [y, x]) => Quantity::of(Kind::Angle, y.atan2(*x).to_degrees()),
        _ => return unknown(),
    })
}
