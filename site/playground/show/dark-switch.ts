const { classList } = document.documentElement;

/** The colours that the other pages have, too. */
export function darkSwitch(button: HTMLElement): void {
  button.ariaChecked = String(classList.contains("dark"));
  button.addEventListener("click", () => {
    const isDark = classList.toggle("dark");
    button.ariaChecked = String(isDark);
    localStorage.setItem("vitepress-theme-appearance", isDark ? "dark" : "light");
  });
}
