// Streamlit's own few words, in Chinese while the page is Chinese, and its totals read out as they change.
// Only text and labels change; inputs are left alone.
const WORDS = {
  "Upload": "选择文件",
  "Error:": "没有读：",
  "Open": "打开",
  "Close": "关闭",
  "Clear value": "清除",
  "Link to heading": "本节链接",
  "App pages": "页面",
  "Browse files": "选择文件",
  "Drag and drop file here": "把文件拖到这里",
  "Drag and drop files here": "把文件拖到这里",
  "Drop file here": "放在这里",
  "Press Enter to apply": "按回车确认",
  "Press Enter to submit form": "按回车提交",
  "Choose an option": "请选择",
  "Choose options": "请选择",
  "No results": "没有找到",
  "No options to select.": "没有可选的",
  "Select all": "全选",
  "Clear all": "全部清除",
  "Fullscreen": "全屏",
  "Close fullscreen": "退出全屏",
  "Exit fullscreen": "退出全屏",
  "Skip to main content": "跳到正文",
  "Connecting": "正在连接",
  "CONNECTING": "正在连接",
  "Running...": "正在计算",
  "RUNNING...": "正在计算",
  "Stop": "停止",
  "Rerun": "再算一次",
  "Settings": "设置",
  "Print": "打印",
  "Main menu": "菜单",
  "Expand sidebar": "菜单",
  "Collapse sidebar": "收起菜单",
  "Remove file": "移除文件",
  "Show more": "显示更多",
  "January": "1月",
  "February": "2月",
  "March": "3月",
  "April": "4月",
  "May": "5月",
  "June": "6月",
  "July": "7月",
  "August": "8月",
  "September": "9月",
  "October": "10月",
  "November": "11月",
  "December": "12月",
  "Connection error": "连接断开了",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "程序可能已经停了，请重新启动：",
};
const PATTERNS = [
  [/^(\d+)\s*([KMG]B) per file(?: • (.*))?$/, (m) => `单个文件不超过 ${m[1]} ${m[2]}${m[3] ? " · " + m[3] : ""}`],
  [/^(?:Error: )?(.*) files are not allowed\.?$/, () => "不能用这种文件。"],
  [/^(?:Error: )?File must be (\d+)(?:\.0)?\s*MB or smaller\.?$/, (m) => `这个文件超过 ${m[1]} MB。请只留需要的几页，删掉图片，再上传。`],
  [/^(\d+) more$/, (m) => `还有 ${m[1]} 页`],
  [/^Help for (.*)$/, (m) => `${m[1]}：为什么问`],
];

// What stood in a place before it was said in Chinese, so that it can be given back.
const before = new WeakMap();
let chinese = true;

function said(text) {
  if (!chinese) return null;
  const plain = text.trim();
  if (!plain || plain.length > 160) return null;
  if (Object.hasOwn(WORDS, plain)) return text.replace(plain, WORDS[plain]);
  for (const [pattern, write] of PATTERNS) {
    const found = plain.match(pattern);
    if (found) return text.replace(plain, write(found));
  }
  return null;
}

function write(node, name, now, put) {
  const kept = before.get(node)?.[name];
  if (!chinese) {
    if (kept && kept.chinese === now) put(kept.english);
    return;
  }
  const text = said(now);
  if (text === null) return;
  before.set(node, { ...before.get(node), [name]: { english: now, chinese: text } });
  put(text);
}

// Why a file was not taken is told to screen readers alone; everybody may read it.
function reveal(alert) {
  alert.style.cssText = "position:static;width:auto;height:auto;clip:auto;clip-path:none;overflow:visible;white-space:normal;margin:0";
  alert.parentElement.style.flexWrap = "wrap";
  const uploader = alert.closest("[data-testid=stFileUploaderDropzone]");
  for (let box = alert.parentElement; box && box !== uploader; box = box.parentElement) {
    box.style.width = box.style.height = "auto";
    box.style.maxWidth = "100%";
  }
}

// A total that changes is read out once the person has finished, with its name.
function announce(metric) {
  metric.setAttribute("role", "status");
  metric.setAttribute("aria-live", "polite");
  metric.setAttribute("aria-atomic", "true");
}

function change(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement;
    const ours = holder?.closest("[data-testid=stMarkdownContainer], [data-testid=stTable], textarea, script, style");
    if (ours && !holder.closest("[data-testid=stFileUploaderDropzone], header")) return;
    write(node, "", node.nodeValue, (text) => { node.nodeValue = text; });
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  if (node.matches("[data-testid=stFileChip] [role=alert]")) reveal(node);
  if (node.matches("[data-testid=stMetric]")) announce(node);
  for (const name of ["aria-label", "title", "placeholder"]) {
    if (node.hasAttribute(name)) write(node, name, node.getAttribute(name), (text) => node.setAttribute(name, text));
  }
  node.childNodes.forEach(change);
}

export default function ({ data }) {
  window.huandeqiSpeak?.(data.language);
  if (window.huandeqiSpeak) return;
  window.huandeqiSpeak = (language) => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    if (chinese === (language === "zh")) return;
    chinese = !chinese;
    change(document.body);
  };
  window.huandeqiSpeak(data.language);
  change(document.body);
  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData" || record.type === "attributes") change(record.target);
      else record.addedNodes.forEach(change);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["aria-label", "title", "placeholder"],
  });
}
