// Before the first paint: the theme and the language that were chosen in this browser. Its own file, because the page
// allows no inline script.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('kept.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const language = localStorage.getItem('kept.language');
    if (language === 'zh-Hans' || language === 'zh-Hant' || language === 'en') root.lang = language;
  } catch {
    // Storage refused: the system's theme and the browser's language stand.
  }
})();
