// What the editor and the panel of the picture tell one another.

/** What the panel is told. */
export type ToPanel =
  | { readonly type: "picture"; readonly svg: string; readonly places: readonly string[]; readonly views: readonly string[]; readonly view: string }
  | { readonly type: "told"; readonly text: string }
  | { readonly type: "mark"; readonly ids: readonly string[]; readonly reveal: boolean };

/** What the panel tells. */
export type FromPanel =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly ids: readonly string[] }
  | { readonly type: "view"; readonly name: string }
  | { readonly type: "save" };
