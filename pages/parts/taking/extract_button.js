// A button that has a file written on the server and then saves it; says in the reader's language how far it is.
// Everything that is written comes as data and is set as text, never as markup. The seconds that pass are for the eye
// only: a screen reader would say them one by one.

/** Has the file written, and hands it to the browser when it is complete. */
async function fetched(data) {
  const answer = await fetch(new URL(`${data.address}/${data.token}`, document.baseURI), { method: "POST" });
  if (!answer.ok) throw new Error(answer.statusText);
  const { file } = await answer.json();
  const link = document.createElement("a");
  link.href = new URL(`${data.address}/${file}`, document.baseURI);
  link.download = "";
  link.click();
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const told = parentElement.querySelector("[role=status]");
  const passed = parentElement.querySelector("p [aria-hidden]");
  button.querySelector("span").textContent = data.label;
  if (button.getAttribute("aria-busy") !== "true") told.textContent = data.told;
  button.onclick = async () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const start = Date.now();
    const count = () => { passed.textContent = `${Math.round((Date.now() - start) / 1000)} s`; };
    told.textContent = data.preparing;
    const clock = setInterval(count, 1000);
    try {
      await fetched(data);
      told.textContent = data.ready;
    } catch {
      told.textContent = data.failed;
    } finally {
      clearInterval(clock);
      passed.textContent = "";
      button.removeAttribute("aria-busy");
    }
  };
}
