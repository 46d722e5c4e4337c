// Before the first paint: the theme and the language that were chosen in this browser. Its own file, because the page
// allows no inline script.
(() => {
  const root = document.documentElement;
  const kept = (name) => sessionStorage.getItem(name) ?? localStorage.getItem(name);
  try {
    const theme = kept('kept.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const language = kept('kept.language');
    if (language === 'zh-Hans' || language === 'zh-Hant' || language === 'en') root.lang = language;
  } catch {
    // Storage refused: the system's theme and the browser's language stand.
  }
})();
