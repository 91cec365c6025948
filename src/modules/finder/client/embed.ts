/** The sheet of the element: the font is that of its site, the rest changes through variables. */
const STYLE = `
:host{display:block;color:var(--maillon-texte,#16222a);background:var(--maillon-fond,#fff);line-height:1.5}
h2,h3,p,ul{margin:0;padding:0}h2{font-size:1.4em;line-height:1.25}h3{font-size:1.1em}ul{list-style:none;margin-block:.75em}
li{padding-block:.75em;border-top:1px solid var(--maillon-ligne,#c5cbd0)}
a{display:inline-flex;align-items:center;min-height:44px;color:var(--maillon-couleur,#0a4f63)}
a:focus-visible{outline:3px solid;outline-offset:2px;border-radius:var(--maillon-arrondi,8px)}
svg{width:1.2em;height:1.2em;flex-shrink:0;fill:none;stroke:currentColor;stroke-width:2}
.m-status{display:inline-flex;gap:.4em;align-items:center;padding:.1em .5em;border:1px solid;border-radius:var(--maillon-arrondi,8px);font-weight:700}
bdi{unicode-bidi:isolate}`;

// A classic script: what it declares must not reach the page that loads it.
(() => {
  const source = document.currentScript;
  if (!(source instanceof HTMLScriptElement) || customElements.get('maillon-lieux')) return;
  const { origin } = new URL(source.src);

  /** Until the list has come, and wherever it does not come, the link inside the element is shown. */
  class PlacesElement extends HTMLElement {
    static readonly observedAttributes = ['ou', 'besoin', 'lang'];
    private readonly root = this.attachShadow({ mode: 'open' });
    private asked = 0;

    connectedCallback(): void {
      this.root.innerHTML = '<slot></slot>';
      void this.load();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) void this.load();
    }

    private async load(): Promise<void> {
      const turn = ++this.asked;
      const query = new URLSearchParams();
      for (const name of PlacesElement.observedAttributes) {
        const value = this.getAttribute(name) ?? (name === 'lang' ? document.documentElement.lang : '');
        if (value) query.set(name, value);
      }
      const answer = await fetch(`${origin}/integrer/extrait?${query}`, { credentials: 'omit' }).catch(
        () => null,
      );
      if (!answer?.ok || turn !== this.asked) return;
      this.root.innerHTML = `<style>${STYLE}</style>${await answer.text()}`;
    }
  }
  customElements.define('maillon-lieux', PlacesElement);
})();
