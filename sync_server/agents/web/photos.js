// Photos of cheques and slips: taken, made small enough for any line, and shown.
// They are drawn on a canvas, so the policy need not let in any picture but the app's own.

import { html, useEffect, useRef, useState } from "./vendor/htm-preact.js";
import { bytesOfBase64 } from "./ids.js";
import * as line from "./line.js";
import { Top } from "./parts.js";
import * as store from "./store.js";
import { say } from "./words.js";
import { state } from "./work.js";

const MOST_BYTES = 150 * 1024;
const LONGEST_PX = [1600, 1280, 1024, 800, 640, 480];
const QUALITIES = [0.8, 0.65, 0.5];

/** The photo as a JPEG that is small enough; drawn anew, so that it tells nothing but the picture. */
export async function madeSmall(file) {
  const picture = await createImageBitmap(file);
  for (const longest of LONGEST_PX) {
    const canvas = drawn(document.createElement("canvas"), picture, longest);
    for (const quality of QUALITIES) {
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= MOST_BYTES) return new Uint8Array(await blob.arrayBuffer());
    }
  }
  throw new Error("no size of it is small enough");
}

function drawn(canvas, picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function Photo({ bytes }) {
  const canvas = useRef(null);
  const [isBad, setBad] = useState(false);
  useEffect(() => {
    createImageBitmap(new Blob([bytes])).then(
      (picture) => canvas.current && drawn(canvas.current, picture, LONGEST_PX[0]),
      () => setBad(true),
    );
  }, [bytes]);
  if (isBad) return html`<p class="notice bad">${say("photo_unreadable")}</p>`;
  return html`<canvas class="photo" role="img" aria-label=${say("photo")} data-bytes=${bytes.length} ref=${canvas}></canvas>`;
}

/** Asks for a photo of the cheque; it may be left out. */
export function TakePhoto({ bytes, onPhoto }) {
  const [trouble, setTrouble] = useState("");
  const take = async (happening) => {
    const [file] = happening.target.files;
    if (!file) return;
    try {
      onPhoto(await madeSmall(file));
      setTrouble("");
    } catch {
      setTrouble(say("photo_unreadable"));
    }
  };
  return html`${bytes && html`<${Photo} bytes=${bytes} />`}
    <div class="links"><label class="button take">${say(bytes ? "photo_again" : "photo_take")}
      <input type="file" accept="image/*" capture="environment" onChange=${take} /></label>
    ${bytes && html`<button class="quiet" onClick=${() => onPhoto(null)}>${say("photo_without")}</button>`}</div>
    ${trouble && html`<p class="notice bad" role="alert">${trouble}</p>`}`;
}

/** The photos of a receipt or cheque: those on this phone, else those at the head office. */
async function photosOf(aboutId) {
  const here = state.deeds.filter((each) => each.command.about_id === aboutId);
  const kept = (await Promise.all(here.map((each) => store.picture(each.id)))).filter((each) => each);
  if (kept.length) return kept;
  const told = await line.ask("/v1/agent/pictures", { about_id: aboutId }, line.PHOTO_PATIENCE_MS);
  return told.pictures.filter((each) => each.content).map((each) => bytesOfBase64(each.content));
}

export function Photos({ id }) {
  const [found, setFound] = useState(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    photosOf(id).then(setFound, () => setAway(true));
  }, [id]);
  return html`<${Top} title=${say("photo")} back />
    <main>
      ${!found && !isAway && html`<p class="empty">${say("photo_comes")}</p>`}
      ${isAway && html`<p class="empty">${say("photo_needs_line")}</p>`}
      ${found?.length === 0 && html`<p class="empty">${say("photo_none")}</p>`}
      ${found?.map((bytes) => html`<${Photo} bytes=${bytes} />`)}
    </main>`;
}
