//! The normal distribution: density, distribution function and its inverse.
//! Under the value of knowing and the samplers of uncertain ratings.

/// φ(z) = exp(−z²/2)/√(2π).
pub fn density(z: f64) -> f64 {
    const INVERSE_ROOT: f64 = 0.398_942_280_401_432_7;
    INVERSE_ROOT * (-0.5 * z * z).exp()
}

/// Φ(z), absolute error below 1e-15, relative accuracy kept in the lower tail.
///
/// Near 0 the series Φ(z) = ½ + φ(z) Σ z^(2k+1)/(1·3·5…(2k+1)); from |z| = 5 on Laplace's continued
/// fraction of the tail (Abramowitz & Stegun 1964, 26.2.11 and 26.2.14).
pub fn distribution(z: f64) -> f64 {
    if z > 0.0 { 1.0 - lower_tail(-z) } else { lower_tail(z) }
}

/// Φ(z) for z ≤ 0.
fn lower_tail(z: f64) -> f64 {
    let x = -z;
    if x < 3.0 {
        let (mut sum, mut term, mut odd) = (x, x, 1.0);
        while term > sum * 1e-17 {
            odd += 2.0;
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 - density(x) * sum;
    }
    if x > 40.0 {
        return 0.0;
    }
    let mut fraction = x;
    for k in (1..=120).rev() {
        fraction = x + f64::from(k) / fraction;
    }
    density(x) / fraction
}

/// Φ⁻¹(p) for 0 < p < 1, relative error about 1e-15; ±∞ at the ends.
///
/// Source: Wichura, M. J. (1988). Algorithm AS 241: the percentage points of the normal
/// distribution. Applied Statistics, 37(3), 477–484 (rational approximations of PPND16).
pub fn quantile(p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        return if p <= 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(&CENTRE, r);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-tail.ln()).sqrt();
    let z = if r <= 5.0 { ratio(&SHOULDER, r - 1.6) } else { ratio(&TAIL, r - 5.0) };
    if q < 0.0 { -z } else { z }
}

type Rational = ([f64; 8], [f64; 8]);

fn ratio((above, below): &Rational, x: f64) -> f64 {
    let polynomial = |coefficients: &[f64; 8]| {
        coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
    };
    polynomial(above) / polynomial(below)
}

#[expect(clippy::excessive_precision, reason = "digits as published")]
const CENTRE: Rational = (
    [
        3.387_132_872_796_366_608,
        1.331_416_678_917_843_774_5e2,
        1.971_590_950_306_551_442_7e3,
        1.373_169_376_550_946_112_5e4,
        4.592_195_393_154_987_145_7e4,
        6.726_577_092_700_870_085_3e4,
        3.343_057_558_358_812_810_5e4,
        2.509_080_928_730_122_672_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091_125_2e1,
        6.871_870_074_920_579_083e2,
        5.394_196_021_424_751_107_7e3,
        2.121_379_430_158_659_586_7e4,
        3.930_789_580_009_271_061e4,
        2.872_908_573_572_194_267_4e4,
        5.226_495_278_852_854_561e3,
    ],
);

#[expect(clippy::excessive_precision, reason = "digits as published")]
const SHOULDER: Rational = (
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        2.417_807_251_774_506_117_7e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_4e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        6.897_673_349_851_000_045_5e-1,
        1.481_039_764_274_800_745_9e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
);

#[expect(clippy::excessive_precision, reason = "digits as published")]
const TAIL: Rational = (
    [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        2.965_605_718_285_048_912_3e-1,
        2.653_218_952_657_612_309_3e-2,
        1.242_660_947_388_078_438_6e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        5.998_322_065_558_879_376_9e-1,
        1.369_298_809_227_358_053_1e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
);

#[cfg(test)]
mod tests {
    use super::{density, distribution, quantile};

    #[test]
    fn tables_agree() {
        // Abramowitz & Stegun (1964), tables 26.1 and 26.2.
        assert!((distribution(1.0) - 0.841_344_746_068_543).abs() < 1e-14);
        assert!((distribution(-2.0) - 0.022_750_131_948_179_2).abs() < 1e-15);
        assert!((distribution(1.96) - 0.975_002_104_851_780).abs() < 1e-14);
        assert!((density(1.0) - 0.241_970_724_519_143).abs() < 1e-14);
    }

    #[test]
    fn quantile_undoes_the_distribution() {
        for step in -300..=60 {
            let z = f64::from(step) / 10.0;
            let p = distribution(z);
            // The inverse is only as sharp as p: dz = dp/φ(z).
            let slack = 1e-13 + 4.0 * f64::EPSILON * p / density(z);
            assert!((quantile(p) - z).abs() < slack * (1.0 + z.abs()), "{z}");
        }
    }

    #[test]
    fn the_two_formulas_meet() {
        assert!((distribution(-3.0 + 1e-12) - distribution(-3.0)).abs() < 1e-13);
    }
}
