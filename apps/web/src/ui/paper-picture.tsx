/** A certificate, drawn small. */
export function PaperPicture() {
  return (
    <svg viewBox="0 0 92 116" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="1" y="1" width="90" height="114" />
      <rect x="6" y="6" width="80" height="104" strokeWidth=".6" />
      <path d="M24 26h44M18 44h56M18 54h56M18 64h38" strokeWidth="1.5" opacity=".5" />
      <g transform="translate(54 80) scale(.95)" strokeWidth="1.8">
        <path d="M9 20.5H3.5v-17h17v17H17" />
        <path d="M9 20.5v-8a8 8 0 0 1 8 8" />
      </g>
    </svg>
  );
}
