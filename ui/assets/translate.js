// Streamlit's own few words, said in Chinese. Only text and labels change; inputs are left alone.
const WORDS = {
  "Upload": "选择文件",
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
  "Open sidebar": "打开菜单",
  "Close sidebar": "收起菜单",
  "Remove file": "移除文件",
  "Show more": "显示更多",
  "Connection error": "连接断开了",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "程序可能已经停了，请重新启动：",
};
const PATTERNS = [
  [/^(\d+)\s*([KMG]B) per file(?: • (.*))?$/, (m) => `单个文件不超过 ${m[1]} ${m[2]}${m[3] ? " · " + m[3] : ""}`],
  [/^(.*) files are not allowed\.?$/, () => "只能选 .xlsx 文件"],
  [/^File must be (\d+)\s*MB or smaller\.?$/, (m) => `文件不能超过 ${m[1]} MB`],
  [/^Help for (.*)$/, (m) => `${m[1]}：为什么问`],
];

function said(text) {
  const plain = text.trim();
  if (!plain || plain.length > 160) return null;
  if (Object.hasOwn(WORDS, plain)) return text.replace(plain, WORDS[plain]);
  for (const [pattern, write] of PATTERNS) {
    const found = plain.match(pattern);
    if (found) return text.replace(plain, write(found));
  }
  return null;
}

function change(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement;
    const ours = holder?.closest("[data-testid=stMarkdownContainer], [data-testid=stTable], textarea, script, style");
    if (ours && !holder.closest("[data-testid=stFileUploaderDropzone]")) return;
    const text = said(node.nodeValue);
    if (text !== null) node.nodeValue = text;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ["aria-label", "title", "placeholder"]) {
    const text = node.hasAttribute(name) ? said(node.getAttribute(name)) : null;
    if (text !== null) node.setAttribute(name, text);
  }
  node.childNodes.forEach(change);
}

export default function () {
  if (window.huandeqiWords) return;
  window.huandeqiWords = true;
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
