// The language of the document, so that a screen reader speaks it as what it is; Streamlit says "en" whatever it shows.

export default function ({ data }) {
  document.documentElement.lang = data.language;
}
