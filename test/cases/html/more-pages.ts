import { common, made, type Make } from './pages.js';

const { a, body, cards, comments, cookies, esc, figure, footer, ld, links, menu, newsletter, page, printed, share } = common;

const governmentRelease: Make = () => made('government-release-table', a.RELEASE, page({
  title: `${a.RELEASE.title} - Ministry of Trade`,
  head: '<meta name="DC.date.issued" content="2024-10-15"><meta name="DC.publisher" content="Ministry of Trade">',
  body: `<a class="govuk-skip-link" href="#content">Skip to main content</a><header role="banner">${menu(['Departments', 'Services', 'Consultations'])}</header><main id="content" role="main"><ol class="govuk-breadcrumbs__list"><li><a href="/">Home</a></li><li><a href="/trade">Trade</a></li></ol><span class="govuk-caption-xl">Press release</span><h1>${a.RELEASE.title}</h1><dl class="metadata"><dt>From:</dt><dd><a href="/mot">Ministry of Trade</a></dd><dt>Published</dt><dd>15 October 2024</dd></dl><div class="govspeak">${body(a.RELEASE)}<p>###</p><p>Media contact: press office, +00 555 0100, press@trade.example</p></div>${share}<div class="gem-c-related-navigation"><h2>Related content</h2><ul>${links(3)}</ul></div></main>${footer('Ministry of Trade')}`,
}), { publisher: 'Ministry of Trade' });

const liveBlog: Make = () => made('live-blog', a.LIVE, page({
  title: `${a.LIVE.title} – City Courier`,
  head: ld({ '@type': 'LiveBlogPosting', headline: a.LIVE.title, datePublished: '2024-02-14T05:40:00+02:00', publisher: { name: 'City Courier' } }),
  body: `<header class="site-header">${menu()}</header><main><article class="live-blog"><h1>${a.LIVE.title}</h1><div class="article-meta"><span>Live desk</span><time datetime="2024-02-14T05:40:00+02:00">14 February 2024</time></div>${share}<div class="live-blog__entries">${body(a.LIVE, { h: (text) => `<h3 class="live-entry__title">${text}</h3>`, p: (text) => `<div class="live-entry__body"><p>${esc(text)}</p></div>` }, { 2: '<div class="live-entry-share"><a href="#s">Share update</a></div>' })}</div></article></main><aside class="rail"><h2>Most read</h2><ol>${links(5)}</ol></aside>${footer('City Courier')}`,
}), { publisher: 'City Courier' });

const amp: Make = () => made('accelerated-mobile', a.SEIZURE, page({
  title: a.SEIZURE.title,
  head: `<link rel="canonical" href="https://island.example/navy-finds-rifles"><style amp-boilerplate>body{visibility:hidden}</style>${ld({ '@type': 'NewsArticle', mainEntityOfPage: 'https://island.example/navy-finds-rifles', headline: a.SEIZURE.title, datePublished: '2023-11-06T08:00:00Z', publisher: { '@type': 'Organization', name: 'Island Daily' } })}`,
  body: `<amp-sidebar id="sidebar" layout="nodisplay">${menu()}</amp-sidebar><header class="amp-header"><a href="/">Island Daily</a></header><main><h1 class="title">${a.SEIZURE.title}</h1><div class="author-line">Staff correspondent</div><amp-img src="/a.jpg" width="600" height="400"></amp-img><p class="image-caption">Rifles on the deck. File photo</p>${body(a.SEIZURE, {}, { 0: '<amp-ad width="300" height="250"></amp-ad>', 2: '<div class="amp-related"><h4>Also read</h4><amp-list></amp-list><ul>' + links(2) + '</ul></div>' })}<amp-social-share type="twitter"></amp-social-share></main><amp-consent id="c"><div>This site uses cookies. <button>OK</button></div></amp-consent>`,
}), { publisher: 'Island Daily' });

const formWrapped: Make = () => made('form-wrapped-portal', a.QUAY, page({
  title: `Coast Tribune : ${a.QUAY.title}`,
  body: `<form method="post" action="./Article.aspx?id=77" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="${'A'.repeat(3000)}"><div id="ctl00_header">${menu()}</div><div id="ctl00_main"><div class="ArticleTitle">${a.QUAY.title}</div><div class="ArticleInfo">Coast Tribune - 11/03/2024 - Marta Ellingsen</div><div id="ctl00_main_lblText">${body(a.QUAY, { h: (text) => `<strong>${text}</strong><br />`, p: (text) => `${esc(text)}<br /><br />` })}</div><div id="ctl00_tools"><a href="#p">Print</a> | <a href="#s">Send</a></div></div><div id="ctl00_right"><b>Most read</b><ul>${links(6)}</ul></div><div id="ctl00_footer">© Coast Tribune 2024</div></form>`,
}), { publisher: 'Coast Tribune' });

const veryShort: Make = () => made('very-short', a.SHORT, page({
  title: `${a.SHORT.title} | Coast Wire`,
  head: '<meta property="article:published_time" content="2024-05-30T09:20:00+02:00"><meta property="og:site_name" content="Coast Wire">',
  body: `<header><nav>${menu()}</nav></header><div class="wrap"><div class="post"><h1>${a.SHORT.title}</h1><span class="date">30 May 2024</span><div class="text">${body(a.SHORT)}</div></div><div class="sidebar"><h3>Latest news</h3>${cards(5)}</div></div>${footer('Coast Wire')}`,
}), { publisher: 'Coast Wire' });

const loudComments: Make = () => made('more-comments-than-article', a.SEIZURE, page({
  title: `${a.SEIZURE.title} | The Breakwater`,
  head: '<meta property="og:site_name" content="The Breakwater"><meta itemprop="datePublished" content="2023-11-06">',
  body: `<div class="top">${menu()}</div><div id="story" class="story-block"><h1>${a.SEIZURE.title}</h1>${share}<div class="story-text">${body(a.SEIZURE)}</div></div>${comments(14)}${footer('The Breakwater')}`,
}), { publisher: 'The Breakwater' });

const consentWalls: Make = () => made('consent-and-modals', a.LIST, page({
  title: `${a.LIST.title} - Tidewatch`,
  head: '<meta property="og:site_name" content="Tidewatch">',
  body: `${cookies}<div class="modal fade" id="adblock-modal"><p>It looks like you are using an ad blocker. Our journalism is paid for by advertising, so please allow ads on this site or take out a subscription.</p></div><div id="onetrust-consent-sdk"><p>When you visit any website, it may store or retrieve information on your browser, mostly in the form of cookies, and you can choose not to allow some of them.</p></div><header>${menu()}</header><div class="layout"><div class="col-main"><h1>${a.LIST.title}</h1><p class="author">By the desk, <time datetime="2023-08-29">29 Aug 2023</time></p><div class="content">${body(a.LIST)}</div>${newsletter}</div><div class="col-side">${cards(6)}</div></div>${footer('Tidewatch')}`,
}), { publisher: 'Tidewatch' });

const scriptRendered: Make = () => made('script-rendered', a.STUDY, page({
  title: a.STUDY.title,
  head: ld({ '@context': 'http://schema.org', '@type': 'NewsArticle', headline: a.STUDY.title, datePublished: '2024-09-03', publisher: { '@type': 'Organization', name: 'Groundtruth' }, articleBody: a.STUDY.parts.map((part) => ('p' in part ? part.p : 'h' in part ? part.h : '')).join('\n\n') }),
  body: `<div id="__next"><div class="skeleton"></div><noscript>You need to enable JavaScript to run this app.</noscript></div>${footer('Groundtruth')}`,
}), { publisher: 'Groundtruth' });

const thinkTank: Make = () => made('report-with-footnotes', a.STUDY, page({
  title: `${a.STUDY.title} — Overhead Institute`,
  head: '<meta name="citation_publication_date" content="2024/09/03"><meta property="og:site_name" content="Overhead Institute">',
  body: `<header class="site"><nav>${menu(['Projects', 'Maps', 'Staff'])}</nav></header><main class="report"><div class="report__header"><p class="report__series">Working note</p><h1>${a.STUDY.title}</h1><p class="report__authors">Dr Hanne Okafor</p><p class="report__date">September 3, 2024</p><a class="btn" href="/f.pdf">Download PDF</a></div><div class="toc"><h2>Contents</h2><ol><li><a href="#m">Method</a></li><li><a href="#f">Findings</a></li><li><a href="#l">Limits</a></li></ol></div><div class="report__body">${body(a.STUDY, { p: (text, i) => `<p>${esc(text)}${i % 2 === 0 ? `<sup><a href="#fn${i}">[${i}]</a></sup>` : ''}</p>` })}</div><section class="footnotes"><h2>Notes</h2><ol><li id="fn0">Overhead Institute, Imagery Handbook (2021), pp. 4-9. <a href="#r0">↩</a></li><li id="fn2">See https://imagery.example/catalogue for the list of pictures. <a href="#r2">↩</a></li></ol></section><section class="about-the-author"><h3>About the author</h3><p>Dr Hanne Okafor is a senior fellow at the Overhead Institute, where she leads the work on transport.</p></section></main>${footer('Overhead Institute')}`,
}), { publisher: 'Overhead Institute' });

const pullQuotes: Make = () => made('pull-quotes-and-factbox', a.QUAY, page({
  title: `${a.QUAY.title} | Northern Review`,
  head: '<meta property="og:site_name" content="Northern Review"><meta name="date" content="2024-03-11">',
  body: `<nav class="nav">${menu()}</nav><article class="longread"><div class="hero"><h1>${a.QUAY.title}</h1><p class="byline">Words: Marta Ellingsen. Photographs: Jo Braun</p></div><div class="longread__text">${body(a.QUAY, {}, { 2: '<aside class="pullquote"><p>These were heavy at one end, and nobody wanted to stand under them.</p></aside>', 5: '<aside class="factbox"><h4>The quay in figures</h4><ul><li>420 metres long</li><li>Three cranes</li></ul></aside>' })}</div><div class="credits">Edited by Sam Oduya. Design: studio.</div></article><section class="more-stories"><h2>More stories</h2>${cards(3)}</section>${footer('Northern Review')}`,
}), { publisher: 'Northern Review' });

const slideshow: Make = () => made('slideshow-in-text', a.INTERVIEW, page({
  title: `${a.INTERVIEW.title} | Magazine`,
  head: '<meta property="article:published_time" content="2024-01-27T06:00:00+01:00">',
  body: `<div class="header">${menu()}</div><div class="article"><h1>${a.INTERVIEW.title}</h1><div class="lead-in">Interview: Petra Vondrák</div><div class="gallery slick"><div class="slide"><img src="1.jpg"><p class="slide-caption">The colonel in his study. Photo: Magazine archive</p></div><div class="slide"><img src="2.jpg"><p class="slide-caption">A depot in 1998. Photo: Army Museum</p></div></div><div class="article-text">${body(a.INTERVIEW, { p: (text, i) => (i % 2 === 1 && i < 7 ? `<p class="question"><strong>${text}</strong></p>` : `<p>${esc(text)}</p>`) })}</div><div class="tags">Tags: <a href="/1">logistics</a> <a href="/2">army</a></div></div>${footer('Magazine')}`,
}), { publisher: 'Magazine' });

const ukrainian: Make = () => made('ukrainian-news', a.UKRAINIAN, page({
  lang: 'uk',
  title: `${a.UKRAINIAN.title} | Берегова правда`,
  head: '<meta property="og:site_name" content="Берегова правда">',
  body: `<div class="header"><ul><li><a href="/">Головна</a></li><li><a href="/w">Світ</a></li><li><a href="/e">Економіка</a></li></ul></div><article class="post"><h1 class="post__title">${a.UKRAINIAN.title}</h1><div class="post__info">18 квітня 2024, 12:40 <span>Олена Гайдук</span></div><div class="post__text">${body(a.UKRAINIAN, {}, { 1: '<p><strong>Читайте також:</strong> <a href="/x">Суд вислухав першого свідка у справі про склад</a></p>' })}<p>Підписуйтесь на наш канал у Telegram</p><p>Якщо ви помітили помилку, виділіть необхідний текст і натисніть Ctrl+Enter</p></div></article><div class="block-popular"><h3>Популярне</h3><ul><li><a href="/1">Маяк продали родині пекарів</a></li><li><a href="/2">Чай подорожчав удвічі</a></li></ul></div><div class="footer">© Берегова правда, 2024. Всі права захищені</div>`,
}), { publisher: 'Берегова правда' });

const korean: Make = () => made('korean-news', a.KOREAN, page({
  lang: 'ko',
  title: `${a.KOREAN.title} - 한바다신문`,
  head: '<meta property="og:site_name" content="한바다신문"><meta property="article:published_time" content="2024-04-19T10:12:00+09:00">',
  body: `<div id="header"><ul><li><a href="/">홈</a></li><li><a href="/p">정치</a></li><li><a href="/i">국제</a></li></ul></div><div id="article-view"><h1 class="heading">${a.KOREAN.title}</h1><ul class="infomation"><li>김하늘 기자</li><li>입력 2024.04.19 10:12</li><li>댓글 0</li></ul><div id="article-view-content-div" itemprop="articleBody">${body(a.KOREAN)}<p>sky@hanbada.example</p></div><p class="copyright">저작권자 © 한바다신문 무단전재 및 재배포 금지</p></div><div class="aside"><h2>많이 본 뉴스</h2><ol><li><a href="/1">등대가 팔렸다</a></li><li><a href="/2">차 값이 두 배로</a></li></ol></div>`,
}), { publisher: '한바다신문' });

const divSoup: Make = () => made('div-soup', a.QUESTIONS, page({
  title: `${a.QUESTIONS.title} :: SeaPort24`,
  body: `<div class="w1"><div class="w2"><div class="t1"><a href="/">SeaPort24</a><a href="/n">News</a><a href="/c">Companies</a></div><div class="m1"><div class="m2"><div class="x1"><span class="x2">${a.QUESTIONS.title}</span></div><div class="x3">20.06.2024 14:05 | Views: 4 120</div><div class="x4">${body(a.QUESTIONS, { p: (text) => `<div class="y1"><span>${esc(text)}</span></div>`, h: (text) => `<div class="y2"><b>${text}</b></div>` })}</div><div class="x5"><span>Source:</span> <a href="https://other.example">Deep Water</a></div><div class="x6"><div class="z1">See also</div><div class="z2"><a href="/1">Ferry line to the islands resumes after storm</a></div><div class="z2"><a href="/2">Drone factory opens in former spinning mill</a></div></div></div><div class="m3"><div class="z3">Popular</div>${cards(5, 'z4')}</div></div></div></div>`,
}), { publisher: 'SeaPort24' });

const mailView: Make = () => made('mail-view-nested-tables', a.RELEASE, page({
  title: a.RELEASE.title,
  body: `<table width="100%" bgcolor="#eee"><tr><td align="center"><table width="600"><tr><td><a href="/v">View this email in your browser</a></td></tr><tr><td><table><tr><td><h1>${a.RELEASE.title}</h1></td></tr><tr><td style="font:14px Arial">15 October 2024</td></tr><tr><td style="font:14px Arial">${body(a.RELEASE)}</td></tr></table></td></tr><tr><td style="font-size:10px">You are receiving this message because you subscribed to the press list. <a href="/u">Unsubscribe</a> | <a href="/p">Update preferences</a></td></tr></table></td></tr></table>`,
}));

const inlineAds: Make = () => made('inline-ads-and-continue', a.QUAY, page({
  lang: 'en-US',
  title: `${a.QUAY.title} - Daily Anchor`,
  head: `<meta property="og:site_name" content="Daily Anchor"><meta name="sailthru.date" content="2024-03-11 06:00:00">`,
  body: `<header>${menu()}</header><main><div class="article-wrap"><h1 class="headline">${a.QUAY.title}</h1><div class="dek">Crane logs and customs papers tell two different stories</div><div class="byline">By Marta Ellingsen, Staff Writer</div><div class="pubdate">${printed('2024-03-11', 'us')}</div>${figure('The eastern quay at night', 'Daily Anchor/Getty Images')}<div class="article-content">${body(a.QUAY, {}, { 0: '<p class="ad-label">Advertisement</p>', 1: '<p>Article continues below</p>', 3: `<p><a href="/x"><strong>READ MORE: Court hears first witness in warehouse case</strong></a></p>`, 4: '<div class="trc_related_container" id="taboola-mid"></div>', 6: newsletter })}</div><div class="author-bio"><p>Marta Ellingsen covers the waterfront. She joined the Daily Anchor in 2015 after ten years at sea.</p></div></div><div id="taboola-below"><h4>You may also like</h4>${cards(6, 'tb')}</div></main>${footer('Daily Anchor')}`,
}), { publisher: 'Daily Anchor' });

const joomla: Make = () => made('joomla-institute', a.RELEASE, page({
  title: a.RELEASE.title,
  body: `<div class="body"><div class="navigation">${menu()}</div><div class="row-fluid"><div id="aside-left" class="span3"><div class="well"><h3>Main Menu</h3>${menu(['Home', 'Statistics', 'Contact'])}</div></div><main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">${a.RELEASE.title}</h2></div><div class="icons"><a href="#">Print</a><a href="#">Email</a></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby">Written by <span itemprop="name">Press Office</span></dd><dd class="published"><time datetime="2024-10-15T10:00:00+00:00" itemprop="datePublished">Published: 15 October 2024</time></dd><dd class="hits">Hits: 1204</dd></dl><div itemprop="articleBody">${body(a.RELEASE)}</div><ul class="pager pagenav"><li><a href="/p">Prev</a></li><li><a href="/n">Next</a></li></ul></div></main></div></div>${footer('Institute')}`,
}));

const transcript: Make = () => made('paywall-teaser', { ...a.COLUMN, parts: a.COLUMN.parts.slice(0, 2) }, page({
  title: `${a.COLUMN.title} | The Evening Post`,
  head: '<meta property="og:site_name" content="The Evening Post"><meta property="article:published_time" content="2024-07-08T09:00:00Z">',
  body: `<header>${menu()}</header><article><h1>${a.COLUMN.title}</h1><p class="article-author">Rosalind Achterberg</p><div class="article__body">${body({ ...a.COLUMN, parts: a.COLUMN.parts.slice(0, 2) })}</div><div class="paywall"><h2>Subscribe to continue reading</h2><p>Unlimited digital access for 1 a week, cancel at any time. Already a subscriber? Log in.</p></div></article><div class="latest">${cards(6)}</div>${footer('The Evening Post')}`,
}), { publisher: 'The Evening Post' });

const wiki: Make = () => made('wiki-page', a.STUDY, page({
  title: `${a.STUDY.title} - Portpedia`,
  body: `<div id="mw-page-base"></div><div id="content" class="mw-body"><h1 id="firstHeading">${a.STUDY.title}</h1><div id="bodyContent"><div id="siteSub">From Portpedia, the free encyclopedia of harbours</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th colspan="2">Border station</th></tr><tr><td>Tracks</td><td>14</td></tr></table>${body(a.STUDY, { h: (text) => `<h2><span class="mw-headline">${text}</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>`, p: (text, i) => `<p>${esc(text)}<sup class="reference"><a href="#c${i}">[${i + 1}]</a></sup></p>` })}<h2><span class="mw-headline">References</span></h2><ol class="references"><li><span class="reference-text">Okafor, H. (2023). Counting from above. p. 12. doi:10.555/1</span></li></ol></div></div><div id="catlinks"><a href="/c">Categories</a>: <a href="/c1">Railways</a></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2>${menu(['Main page', 'Random page', 'Help'])}</div><div id="footer"><ul><li>This page was last edited on 3 September 2024, at 10:12.</li></ul></div>`,
}), { published: null, publisher: 'Portpedia' });

const standfirst: Make = () => made('sibling-sections', a.LIVE, page({
  title: `${a.LIVE.title} | Regional 7`,
  head: '<meta property="og:site_name" content="Regional 7"><meta property="article:published_time" content="2024-02-14T05:40:00+02:00">',
  body: `<div class="page"><div class="hdr">${menu()}</div><div class="grid"><div class="blk blk-1">${body({ ...a.LIVE, parts: a.LIVE.parts.slice(0, 3) })}</div><div class="promo-strip"><a href="/p">Watch Regional 7 live</a></div><div class="blk blk-2">${body({ ...a.LIVE, parts: a.LIVE.parts.slice(3, 7) })}</div><div class="video-embed"><iframe src="https://video.example/1"></iframe></div><div class="blk blk-3">${body({ ...a.LIVE, parts: a.LIVE.parts.slice(7) })}</div></div><div class="bottom"><h2>Top stories</h2>${cards(8, 'tile')}</div></div>${footer('Regional 7')}`,
}), { publisher: 'Regional 7' });

const teaserRail: Make = () => made('long-unnamed-teasers', a.SHORT, page({
  title: `${a.SHORT.title} / Lloyd's Bulletin`,
  body: `<div class="b1">${menu()}</div><div class="b2"><div class="b3"><h1>${a.SHORT.title}</h1><p>${a.SHORT.parts.map((part) => ('p' in part ? part.p : '')).join('')}</p></div><div class="b4">${cards(10, 'b5')}</div></div>`,
}), { published: null, publisher: "Lloyd's Bulletin" });

const stickyPlayers: Make = () => made('broadcaster-item', a.SEIZURE, page({
  title: `${a.SEIZURE.title} l Radio World`,
  body: `<div id="top"><a href="/">Radio World</a> <a href="/kr">한국어</a> <a href="/zh">中文</a> <a href="/fr">Français</a></div><div class="view_page"><h2>${a.SEIZURE.title}</h2><em class="date">Write: <span>2023-11-06 08:32:11</span> / Update: <span>2023-11-06 09:10:00</span></em><div class="btns"><a href="#l">Listen</a><a href="#p">Print</a><a href="#li">List</a></div><div class="photo"><img src="p.jpg"><p class="photo_txt">Photo : Defence ministry</p></div><div class="body_txt">${a.SEIZURE.parts.map((part) => ('p' in part ? esc(part.p) : '')).join('<br/>\n<br/>\n')}</div><div class="btns"><a href="#l">Listen</a><a href="#p">Print</a><a href="#li">List</a></div></div><div class="editors_pick"><h3>Editor's Pick</h3><ul>${links(4)}</ul></div>`,
}), { publisher: 'Radio World' });

const longForm: Make = () => made('header-lead-and-byline-tail', a.COLUMN, page({
  title: `${a.COLUMN.title} — Quarterly`,
  head: '<meta property="og:site_name" content="Quarterly">',
  body: `<header id="global">${menu()}</header><article><header><h1>${a.COLUMN.title}</h1><p class="date">8 July 2024</p></header><section class="prose">${body(a.COLUMN)}</section><footer><p>Rosalind Achterberg writes about measurement. Her next book will be published in the spring.</p>${share}</footer></article><nav class="pagination"><a href="/older">Older</a></nav>${footer('Quarterly')}`,
}), { publisher: 'Quarterly' });

const linkedProse: Make = () => made('prose-full-of-links', a.QUAY, page({
  title: `${a.QUAY.title} | Open Ledger`,
  head: '<meta property="og:site_name" content="Open Ledger"><meta name="parsely-pub-date" content="2024-03-11T06:00:00Z">',
  body: `<nav>${menu()}</nav><main><h1>${a.QUAY.title}</h1><div class="story">${body(a.QUAY, { p: (text) => `<p>${esc(text).replace(/(\w+ \w+ \w+)( \w+)/g, '<a href="https://ref.example/$1">$1</a>$2')}</p>` })}</div></main><div class="also"><h3>Also on Open Ledger</h3><ul>${links(5)}</ul></div>${footer('Open Ledger')}${comments(1)}`,
}), { publisher: 'Open Ledger' });

export const SECOND: readonly Make[] = [governmentRelease, liveBlog, amp, formWrapped, veryShort, loudComments, consentWalls, scriptRendered, thinkTank, pullQuotes, slideshow, ukrainian, korean, divSoup, mailView, inlineAds, joomla, transcript, wiki, standfirst, teaserRail, stickyPlayers, longForm, linkedProse];
