// One button: the browser prints what paper.css leaves of the page.
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.name;
  button.onclick = () => window.print();
}
