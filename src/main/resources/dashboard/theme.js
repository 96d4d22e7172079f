'use strict';

/* Light or dark, before anything is drawn: what was chosen last, else what the system says. */
(() => {
  const KEY = 'qtos-theme';
  try {
    const chosen = localStorage.getItem(KEY);
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // a browser that keeps nothing shows what the system says
  }
  window.keepTheme = theme => {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // it holds for this page alone
    }
  };
})();
