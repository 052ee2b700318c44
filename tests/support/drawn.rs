//! Pictures of the window: drawn by Vulkan in software, compared with the ones that were accepted, and kept small.
//!
//! An accepted picture has few colours, which makes it a quarter as large. Another processor or another Mesa may round a colour a
//! little otherwise; what is compared is therefore whether the accepted colour of a pixel is still about the best there is for it.
//! A button that moved by one point is some hundreds of pixels for which it is not.

#![allow(dead_code, reason = "only the pictures are compared with it")]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Pos2, Rect, vec2};
use eframe::egui_wgpu::{WgpuSetup, wgpu};
use egui_kittest::wgpu::{WgpuTestRenderer, default_wgpu_setup};
use image::{RgbImage, RgbaImage};

/// Set to make the accepted pictures anew.
const ACCEPTS: &str = "PLENAIR_ACCEPT_PICTURES";
/// Where the accepted pictures are.
const ACCEPTED: &str = "tests/snapshots";
/// Where a picture goes that is another one than was accepted.
const OTHER: &str = "target/pictures/other";
/// So many colours a picture keeps: two pixels go into a byte.
const COLORS: usize = 16;
/// How much farther from a pixel the accepted colour may be than the nearest one that the picture has, as red, green and blue of
/// 255 are apart in space.
const ROUNDING: f64 = 24.0;
/// So many pixels may differ more.
const STRAY: usize = 24;

/// Draws in software, so that every machine draws the same.
pub fn in_software() -> WgpuTestRenderer {
    let mut setup = default_wgpu_setup();
    if let WgpuSetup::CreateNew(new) = &mut setup {
        new.native_adapter_selector = Some(Arc::new(|adapters, _| {
            let in_software = adapters.iter().find(|it| it.get_info().device_type == wgpu::DeviceType::Cpu);
            in_software.cloned().ok_or_else(|| {
                "there is no Vulkan that draws in software; on Debian it comes with mesa-vulkan-drivers"
                    .to_owned()
            })
        }));
    }
    WgpuTestRenderer::from_setup(setup)
}

/// Compares a picture with the accepted one of this name, or takes its place where [`ACCEPTS`] is set. What is wrong is told in
/// words.
pub fn compare(picture: &RgbaImage, name: &str) -> Result<(), String> {
    let wrong = match accepted(name) {
        Ok(old) => difference(&old, picture),
        Err(error) => Some(error.to_string()),
    };
    let Some(wrong) = wrong else { return Ok(()) };
    let is_accepted = std::env::var_os(ACCEPTS).is_some();
    let to = file(if is_accepted { ACCEPTED } else { OTHER }, name);
    write(&to, &Reduced::of(picture).to_png());
    if is_accepted {
        return Ok(());
    }
    Err(format!("{name}: {wrong}. The picture as it is now: {}", to.display()))
}

/// The accepted picture of this name.
pub fn accepted(name: &str) -> image::ImageResult<RgbImage> {
    Ok(image::open(file(ACCEPTED, name))?.to_rgb8())
}

fn file(folder: &str, name: &str) -> PathBuf {
    Path::new(folder).join(format!("{name}.png"))
}

fn write(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("a folder");
    std::fs::create_dir_all(folder).expect("a folder");
    plenair::files::write_whole(path, bytes, true).expect("a picture");
}

/// What is visibly another in `new` than in the accepted picture, in words.
pub fn difference(accepted: &RgbImage, new: &RgbaImage) -> Option<String> {
    if accepted.dimensions() != new.dimensions() {
        return Some(format!("it was {:?} and is {:?}", accepted.dimensions(), new.dimensions()));
    }
    let palette: HashSet<[u8; 3]> = accepted.pixels().map(|pixel| pixel.0).collect();
    let palette: Vec<[u8; 3]> = palette.into_iter().collect();
    let mut others: HashMap<([u8; 3], [u8; 3]), usize> = HashMap::new();
    for (old, new) in accepted.as_raw().chunks_exact(3).zip(new.as_raw().chunks_exact(4)) {
        if old != &new[..3] {
            *others.entry(([old[0], old[1], old[2]], [new[0], new[1], new[2]])).or_default() += 1;
        }
    }
    let is_other = |(old, new): &([u8; 3], [u8; 3])| {
        let nearest = palette.iter().map(|color| distance(*color, *new)).min().expect("a colour");
        apart(distance(*old, *new)) > apart(nearest) + ROUNDING
    };
    let count: usize = others.iter().filter(|(pair, _)| is_other(pair)).map(|(_, count)| count).sum();
    (count > STRAY).then(|| format!("{count} pixels differ"))
}

fn apart(distance: u64) -> f64 {
    (distance as f64).sqrt()
}

/// The contrast (WCAG 2.2) between the surface at a place of the picture and what stands out most from it there; nothing for a
/// place that is not wholly in the picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place is in the picture")]
pub fn contrast_in(picture: &RgbaImage, place: Rect) -> Option<f64> {
    let picture_size = vec2(picture.width() as f32, picture.height() as f32);
    let is_inside = Rect::from_min_size(Pos2::ZERO, picture_size).contains_rect(place);
    if !is_inside || place.width() < 1.0 || place.height() < 1.0 {
        return None;
    }
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for y in place.top() as u32..place.bottom() as u32 {
        for x in place.left() as u32..place.right() as u32 {
            let [red, green, blue, _] = picture.get_pixel(x, y).0;
            *counts.entry([red, green, blue]).or_default() += 1;
        }
    }
    let surface = luminance(*counts.iter().max_by_key(|(color, count)| (**count, **color))?.0);
    let most = |other: f64| (surface.max(other) + 0.05) / (surface.min(other) + 0.05);
    counts.keys().map(|color| most(luminance(*color))).max_by(f64::total_cmp)
}

/// Relative luminance (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|byte| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A picture with few colours: surfaces, edges and the insides of letters stay as they are.
struct Reduced {
    palette: Vec<[u8; 3]>,
    /// The place in the palette of every pixel, row by row.
    pixels: Vec<u8>,
    width: u32,
    height: u32,
}

impl Reduced {
    fn of(picture: &RgbaImage) -> Self {
        let runs = runs(picture);
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for (color, length) in &runs {
            *counts.entry(*color).or_default() += length;
        }
        let colors: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        let palette = palette(&colors);
        let places: HashMap<[u8; 3], u8> =
            colors.iter().map(|(color, _)| (*color, nearest(&palette, *color))).collect();
        let pixels = runs.iter().flat_map(|(color, length)| std::iter::repeat_n(places[color], *length));
        Self { palette, pixels: pixels.collect(), width: picture.width(), height: picture.height() }
    }

    fn to_png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(self.palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("a header");
        let rows = self.pixels.chunks_exact(self.width as usize);
        let packed: Vec<u8> = rows.flat_map(|row| row.chunks(2)).map(in_a_byte).collect();
        writer.write_image_data(&packed).expect("the pixels");
        writer.finish().expect("an end");
        bytes
    }
}

/// One pixel, or two beside each other, the left one in the high bits.
fn in_a_byte(pixels: &[u8]) -> u8 {
    (pixels[0] << 4) | pixels.get(1).copied().unwrap_or_default()
}

/// The colours of a picture row by row, each with how often it follows itself: most of a window is surface.
fn runs(picture: &RgbaImage) -> Vec<([u8; 3], usize)> {
    let mut runs: Vec<([u8; 3], usize)> = Vec::new();
    for pixel in picture.as_raw().chunks_exact(4) {
        match runs.last_mut() {
            Some((color, length)) if pixel[..3] == color[..] => *length += 1,
            _ => runs.push(([pixel[0], pixel[1], pixel[2]], 1)),
        }
    }
    runs
}

/// The colours that are missed most: each is the one whose pixels are together farthest from those before it. So a surface is in
/// it, and so are the few pixels of a star.
fn palette(colors: &[([u8; 3], usize)]) -> Vec<[u8; 3]> {
    let mut left: Vec<([u8; 3], u64, u64)> =
        colors.iter().map(|(color, count)| (*color, *count as u64, 1 << 20)).collect();
    let mut palette = Vec::new();
    while palette.len() < COLORS {
        let worst = left.iter().max_by_key(|(color, count, far)| (count * far, *color));
        let Some(color) = worst.filter(|(_, _, far)| *far > 0).map(|(color, ..)| *color) else { break };
        palette.push(color);
        for (other, _, far) in &mut left {
            *far = (*far).min(distance(color, *other));
        }
    }
    palette
}

fn nearest(palette: &[[u8; 3]], color: [u8; 3]) -> u8 {
    let place = (0..).zip(palette).min_by_key(|(_, other)| distance(color, **other));
    place.map(|(place, _)| place).expect("a colour")
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u64 {
    one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(other)).pow(2)).sum()
}
