//! What the system asks of the looks of windows: dark colours, more contrast. On Linux the desktop's portal says so, for every
//! desktop in the same way, and says it again when it changes; nothing is asked of the network, and nobody waits for the answer.
//!
//! On Windows and macOS egui knows of dark colours itself, and more contrast is not known: it takes code that is not safe.

use std::sync::mpsc::{Receiver, channel};

use eframe::egui::Context;

/// What the system asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Whether dark colours; `None` where it does not say, or says it to egui.
    pub dark: Option<bool>,
    /// More contrast.
    pub contrast: bool,
}

/// Has it found out on a thread of its own. What it is comes when it is known and each time that it changes, and wakes the window.
#[must_use]
pub fn ask(ctx: &Context) -> Receiver<SystemLook> {
    let (sender, receiver) = channel();
    let ctx = ctx.clone();
    let tell = move |look: SystemLook| {
        let is_heard = sender.send(look).is_ok();
        ctx.request_repaint();
        is_heard
    };
    #[cfg(target_os = "linux")]
    portal::listen(tell);
    #[cfg(not(target_os = "linux"))]
    drop(tell);
    receiver
}

#[cfg(target_os = "linux")]
mod portal {
    //! The settings of the desktop portal (<https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html>).

    use std::collections::HashMap;
    use std::time::Duration;

    use zbus::export::ordered_stream::OrderedStreamExt as _;
    use zbus::proxy::CacheProperties;
    use zbus::zvariant::{OwnedValue, Value};

    use super::SystemLook;

    const SERVICE: &str = "org.freedesktop.portal.Desktop";
    const PATH: &str = "/org/freedesktop/portal/desktop";
    const INTERFACE: &str = "org.freedesktop.portal.Settings";
    const LOOKS: &str = "org.freedesktop.appearance";

    /// So long the portal may take to answer.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Tells what the portal says, until `tell` says that nobody listens. Where there is no portal, nothing is told.
    pub fn listen(tell: impl FnMut(SystemLook) -> bool + Send + 'static) {
        let listening = std::thread::Builder::new().name("system look".to_owned()).spawn(|| {
            if let Err(error) = pollster::block_on(follow(tell)) {
                tracing::debug!(%error, "the system does not say how windows are to look");
            }
        });
        if let Err(error) = listening {
            tracing::warn!(%error, "no thread to hear how windows are to look");
        }
    }

    async fn follow(mut tell: impl FnMut(SystemLook) -> bool) -> zbus::Result<()> {
        let connection = zbus::connection::Builder::session()?.method_timeout(PATIENCE).build().await?;
        let settings = zbus::proxy::Builder::<zbus::Proxy<'_>>::new(&connection)
            .destination(SERVICE)?
            .path(PATH)?
            .interface(INTERFACE)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        let mut changes = settings.receive_signal_with_args("SettingChanged", &[(0, LOOKS)]).await?;
        let all: HashMap<String, HashMap<String, OwnedValue>> =
            settings.call("ReadAll", &(vec![LOOKS],)).await?;
        let mut look = SystemLook::default();
        for (key, value) in all.get(LOOKS).into_iter().flatten() {
            look.take(key, value);
        }
        while tell(look) {
            let Some(change) = changes.next().await else { break };
            let body = change.body();
            let (_, key, value): (&str, &str, Value<'_>) = body.deserialize()?;
            look.take(key, &value);
        }
        Ok(())
    }

    impl SystemLook {
        /// Takes over one setting; what is not understood is as if it were not said.
        fn take(&mut self, key: &str, value: &Value<'_>) {
            let number = u32::try_from(value).unwrap_or_default();
            match key {
                "color-scheme" => {
                    self.dark = [None, Some(true), Some(false)].get(number as usize).copied().flatten();
                }
                "contrast" => self.contrast = number == 1,
                _ => {}
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn what_the_portal_says_is_understood_and_the_rest_is_let_be() {
            let mut look = SystemLook::default();
            let said = [
                ("contrast", Value::U32(1), SystemLook { dark: None, contrast: true }),
                ("color-scheme", Value::U32(1), SystemLook { dark: Some(true), contrast: true }),
                (
                    "accent-color",
                    Value::from((0.1, 0.2, 0.3)),
                    SystemLook { dark: Some(true), contrast: true },
                ),
                ("color-scheme", Value::U32(2), SystemLook { dark: Some(false), contrast: true }),
                ("color-scheme", Value::U32(9), SystemLook { dark: None, contrast: true }),
                ("contrast", Value::from("much"), SystemLook { dark: None, contrast: false }),
            ];
            for (key, value, expected) in said {
                look.take(key, &value);
                assert_eq!(look, expected, "{key} {value:?}");
            }
        }
    }
}
