// One section a screen: the arrows left and right, and page up and down, go from one to the next.
const sections = [...document.querySelectorAll("main>section")];
const now = () => sections.findIndex(each => each.getBoundingClientRect().bottom > innerHeight / 2);
addEventListener("keydown", event => {
  const step = {ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1}[event.key];
  if (!step) return;
  event.preventDefault();
  sections[Math.max(0, Math.min(sections.length - 1, now() + step))].scrollIntoView();
});
