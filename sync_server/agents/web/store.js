// What the phone keeps: the round as it was told, what was done and is not sent yet, who signed in.

const NAME = "collectiq";
let opening = null;

function opened() {
  opening ||= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 2);
    asked.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        asked.result.createObjectStore("kept");
        asked.result.createObjectStore("parties", { keyPath: "id" });
        asked.result.createObjectStore("deeds", { keyPath: "id" });
      }
      asked.result.createObjectStore("pictures");
    };
    asked.onsuccess = () => {
      // A newer app in another tab may go on; this one opens it again when it needs it.
      asked.result.onversionchange = () => {
        asked.result.close();
        opening = null;
      };
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  return opening;
}

/** One transaction, on the disk before it is said to be done. */
async function inOne(names, mode, work) {
  const base = await opened();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(names, mode, { durability: "strict" });
    const found = work(...names.map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(found && "result" in found ? found.result : undefined);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const kept = (name) => inOne(["kept"], "readonly", (store) => store.get(name));
export const keep = (name, value) => inOne(["kept"], "readwrite", (store) => store.put(value, name));
export const parties = () => inOne(["parties"], "readonly", (store) => store.getAll());
export const deeds = () => inOne(["deeds"], "readonly", (store) => store.getAll());
export const keepDeed = (deed) => inOne(["deeds"], "readwrite", (store) => store.put(deed));
export const picture = (id) => inOne(["pictures"], "readonly", (store) => store.get(id));

/** A deed and the photo of its paper, both or neither. */
export const keepWithPicture = (deed, photo, bytes) =>
  inOne(["deeds", "pictures"], "readwrite", (deeds_, pictures) => {
    deeds_.put(deed);
    deeds_.put(photo);
    pictures.put(bytes, photo.id);
  });

/** What is at the head office needs to be kept here no more. */
export const dropPicture = (id) => inOne(["pictures"], "readwrite", (store) => store.delete(id));

export const dropDeed = (id) =>
  inOne(["deeds", "pictures"], "readwrite", (deeds_, pictures) => {
    deeds_.delete(id);
    pictures.delete(id);
  });

/** Take in what is new, whole or not at all. */
export function takeIn(told, deedsTakenIn) {
  return inOne(["kept", "parties", "deeds"], "readwrite", (kept_, parties_, deeds_) => {
    for (const each of told.parties) parties_.put(each);
    for (const id of told.gone) parties_.delete(id);
    for (const each of deedsTakenIn) deeds_.put({ ...each, isTakenIn: true });
    const { mark, today_on, now_at, me, day, tags, sheets } = told;
    kept_.put({ mark, today_on, now_at, me, day, tags, sheets }, "round");
  });
}

/** Forget the round; what was done and is not sent stays. */
export function forgetRound() {
  return inOne(["kept", "parties"], "readwrite", (kept_, parties_) => {
    parties_.clear();
    kept_.delete("round");
  });
}

/** Ask the phone not to throw the app's data away when room is short. */
export async function askToStay() {
  try {
    return (await navigator.storage?.persist?.()) === true;
  } catch {
    return false;
  }
}
