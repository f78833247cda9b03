/** Whether the browser keeps what is written on the page. */
export function remembers() {
  try {
    window.localStorage.setItem("secaudit", "");
    return true;
  } catch {
    return false;
  }
}
