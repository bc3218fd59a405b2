// As the rest of the site does; before the page is painted, and not inline, which the content security policy refuses.
const chosen = localStorage.getItem("vitepress-theme-appearance") ?? "auto";
const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.classList.toggle("dark", chosen === "dark" || (chosen === "auto" && prefersDark));
