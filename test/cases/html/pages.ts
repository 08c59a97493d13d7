import * as a from './articles.js';
import { body, cards, comments, cookies, esc, figure, footer, ld, links, menu, newsletter, page, printed, share, type PageCase } from './templates.js';

type Make = () => PageCase;

const made = (slug: string, article: a.Article, html: string, more: Partial<PageCase> = {}): PageCase => ({
  slug, url: null, article, html, published: article.published, publisher: null, ...more,
});

const wordpressClassic: Make = () => made('wordpress-classic', a.QUAY, page({
  lang: 'en-GB',
  title: `${a.QUAY.title} – Harbour Gazette`,
  head: `<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2024-03-11T06:00:00+00:00">`,
  bodyClass: 'post-template-default single single-post postid-4411 has-sidebar',
  body: `<div id="page"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Harbour Gazette</a></h1><nav id="site-navigation">${menu()}</nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main"><article id="post-4411" class="post-4411 post type-post status-publish format-standard has-post-thumbnail hentry category-investigations tag-port">
<header class="entry-header"><h1 class="entry-title">${a.QUAY.title}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="#"><time class="entry-date published" datetime="2024-03-11T06:00:00+00:00">11 March 2024</time></a></span> <span class="byline">by <a href="/author/marta">Marta Ellingsen</a></span></div></header>
${figure('Cranes at the eastern quay', 'Jo Braun')}
<div class="entry-content">${body(a.QUAY, {}, { 4: `<div class="related-inline"><strong>Read also:</strong> <a href="/x">Court hears first witness in warehouse case</a></div>` })}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#t">Tweet</a></li><li><a href="#e">Email</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>${cards(3, 'jp-relatedposts-post')}</div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Investigations</a></span><span class="tags-links">Tagged <a href="/t">port</a>, <a href="/t2">customs</a></span></footer></article>
<nav class="post-navigation"><a href="/p">Previous: Old lighthouse sold to a family of bakers</a><a href="/n">Next: Ten walks for a wet weekend</a></nav>${comments(3)}</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul>${links(5)}</ul></section></aside></div>${footer('Harbour Gazette')}</div>`,
}), { publisher: 'Harbour Gazette' });

const wordpressBlock: Make = () => made('wordpress-block', a.LIST, page({
  title: `${a.LIST.title} | Maritime Monitor`,
  head: ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Article', '@id': 'https://monitor.example/seven#article', headline: a.LIST.title, datePublished: '2023-08-29T09:00:00+00:00', publisher: { '@id': 'https://monitor.example/#org' } }, { '@type': 'Organization', '@id': 'https://monitor.example/#org', name: 'Maritime Monitor' }] }),
  bodyClass: 'wp-embed-responsive',
  body: `${cookies}<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="/">Maritime Monitor</a></p>${menu()}</div></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">${a.LIST.title}</h1><div class="wp-block-post-date"><time datetime="2023-08-29">August 29, 2023</time></div>
<div class="entry-content wp-block-post-content">${body(a.LIST, { li: (items) => `<ol class="wp-block-list">${items.map((item) => `<li>${esc(item)}</li>`).join('')}</ol>` }, { 0: '<figure class="wp-block-image size-large"><img src="/a.jpg"><figcaption class="wp-element-caption">A tanker at anchor. (Courtesy photo)</figcaption></figure>' })}
<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/join">Become a member</a></div></div></div>
<div class="wp-block-query"><h2>More from the Monitor</h2><ul class="wp-block-post-template">${links(6)}</ul></div></main>${footer('Maritime Monitor')}</div>`,
}), { publisher: 'Maritime Monitor' });

const drupal: Make = () => made('drupal-research-centre', a.STUDY, page({
  title: `${a.STUDY.title} | Centre for Border Studies`,
  head: `<meta name="dcterms.date" content="2024-09-03"><meta name="citation_publisher" content="Centre for Border Studies">`,
  bodyClass: 'html not-front one-sidebar page-node node-type-publication',
  body: `<div id="skip-link"><a href="#main-content" class="element-invisible">Skip to main content</a></div><div id="header"><div class="region region-header">${menu(['Research', 'People', 'Events', 'Donate'])}</div></div>
<div class="breadcrumb"><a href="/">Home</a> » <a href="/p">Publications</a> » Notes</div>
<div id="content" class="column"><h1 class="page__title">${a.STUDY.title}</h1><div class="node node-publication"><div class="field field-name-field-author"><div class="field-label">Author:&nbsp;</div><div class="field-item">Dr Hanne Okafor</div></div>
<div class="field field-name-field-date"><div class="field-item"><span class="date-display-single">3 September 2024</span></div></div>
<div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">${body(a.STUDY, { h: (text) => `<h3><strong>${text}</strong></h3>` })}</div></div></div>
<div class="field field-name-field-attachment"><a href="/f.pdf">Download the note (PDF, 1.2 MB)</a></div></div></div>
<div class="region region-sidebar-second"><div class="block block-views"><h2>Latest publications</h2>${cards(4, 'views-row')}</div></div><div id="footer">${footer('Centre for Border Studies')}</div>`,
}), { publisher: 'Centre for Border Studies' });

const hashedReact: Make = () => made('hashed-classes-split', a.COLUMN, page({
  lang: 'en-US',
  title: `Opinion | ${a.COLUMN.title} - The Meridian Times`,
  head: `<meta property="og:title" content="Opinion | ${a.COLUMN.title}"><meta property="article:published" content="2024-07-08T09:00:11.000Z">${ld({ '@type': 'NewsArticle', headline: a.COLUMN.title, datePublished: '2024-07-08T09:00:11.000Z', publisher: { '@type': 'Organization', name: 'The Meridian Times' }, author: [{ '@type': 'Person', name: 'Rosalind Achterberg' }] })}`,
  body: `<div id="app"><div class="css-1d8a290"><header class="css-1a2b"><div class="css-77">${menu()}</div></header></div><main id="site-content"><div><article id="story" class="css-1vxca1d"><div id="top-wrapper"><div class="css-adx"><p>Advertisement</p><a href="#after">SKIP ADVERTISEMENT</a></div></div><header class="css-hd"><p class="css-kick">Opinion</p><h1 class="css-88wicj" id="link-1">${a.COLUMN.title}</h1><div class="css-time"><time datetime="2024-07-08T05:00:11-04:00">July 8, 2024</time></div><div class="css-tools"><ul><li>Share full article</li><li><span>312</span></li></ul></div></header>
<section name="articleBody" class="css-1r7ky0e">${body(a.COLUMN, { p: (text) => `<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">${esc(text)}</p></div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>`, q: (text) => `<blockquote class="css-pull"><p>${text}</p></blockquote>` }, { 1: '<div class="css-adx2"><div id="story-ad-1-wrapper"><p class="css-adlabel">Advertisement</p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div></div>' })}</section>
<div class="css-bot"><p>Rosalind Achterberg has been a columnist since 1994 and is the author of a history of weights and measures.</p></div><div class="css-more"><h2>More in Opinion</h2>${cards(4, 'css-crd')}</div></article></div></main>${footer('The Meridian Times')}</div>`,
}), { publisher: 'The Meridian Times' });

const dataComponents: Make = () => made('data-component-blocks', a.SEIZURE, page({
  lang: 'en-GB',
  title: `${a.SEIZURE.title} - Channel News`,
  head: `<meta name="application-name" content="Channel News">${ld({ '@type': 'ReportageNewsArticle', headline: a.SEIZURE.title, datePublished: '2023-11-06T07:12:00.000Z', publisher: { name: 'Channel News' } })}`,
  body: `<div><header role="banner">${menu()}</header><main id="main-content"><article><div data-component="headline-block"><h1>${a.SEIZURE.title}</h1></div><div data-component="byline-block"><span>6 November 2023</span><div>By a staff correspondent</div></div><div data-component="image-block"><figure><img src="/b.jpg"><span class="Source">Defence ministry</span><figcaption>The crates were hidden under sacks</figcaption></figure></div>
${body(a.SEIZURE, { p: (text) => `<div data-component="text-block" class="RichTextComponentWrapper"><div class="RichText"><p class="Para"><b class="Bold"></b>${esc(text)}</p></div></div>` }, { 1: `<div data-component="unordered-list-block"><ul><li><p><a href="/s1">Who patrols the strait?</a></p></li><li><p><a href="/s2">What the last report said</a></p></li></ul></div>` })}
<div data-component="links-block"><p>Related topics</p><ul><li><a href="/t">Navy</a></li><li><a href="/u">Weapons</a></li></ul></div></article><div data-component="related-stories"><h2>More on this story</h2><ul>${links(4)}</ul></div></main>${footer('Channel News')}</div>`,
}), { publisher: 'Channel News' });

const richLinks: Make = () => made('inline-rich-links', a.QUESTIONS, page({
  title: `${a.QUESTIONS.title} | Shipping | The Sentinel`,
  head: `<meta property="og:site_name" content="The Sentinel"><meta property="article:published_time" content="2024-06-20T11:00:00.000Z">`,
  body: `<header><nav>${menu()}</nav></header><section><article><aside data-gu-name="title"><a href="/shipping">Shipping</a></aside><h1>${a.QUESTIONS.title}</h1><div data-gu-name="standfirst"><ul><li><a href="/live">Latest updates from the search</a></li></ul></div>
<aside data-gu-name="meta"><a rel="author" href="/p/j">Jonas Adeyemi</a> and <a rel="author" href="/p/l">Li Wen</a><details><summary>Thu 20 Jun 2024 12.00 BST</summary>Last modified on Fri 21 Jun 2024 09.14 BST</details></aside>
<div id="maincontent"><div class="article-body-commercial-selector article-body-viewer-selector">${body(a.QUESTIONS, { h: (text) => `<h2 id="${text.length}">${text}</h2>` }, {
    2: '<gu-island name="RichLinkComponent"><div data-name="placeholder"><aside class="rich-link"><a href="/r">Old lighthouse sold to a family of bakers</a> <span>Read more</span></aside></div></gu-island>',
    4: '<figure data-spacefinder-role="inline"><img src="/c.jpg"><figcaption><span>The Corvina in 2019.</span> Photograph: Harbour Images/Alamy</figcaption></figure>',
    6: '<div class="ad-slot-container ad-slot-desktop"><div class="ad-slot" aria-hidden="true">Advertisement</div></div>',
    8: `<figure class="element element-newsletter"><a href="#skip">skip past newsletter promotion</a><aside><p>Sign up to <span>Tide Tables</span></p><p>Free weekly newsletter</p><p>Our shipping desk explains one cargo a week, without jargon</p><form><label>Enter your email address</label><button>Sign up</button></form><span>Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by outside parties.</span></aside><p id="skip">after newsletter promotion</p></figure>`,
  })}</div></div><div class="submeta"><span>Explore more on these topics</span><ul><li><a href="/s">Shipping</a></li><li><a href="/o">Oil</a></li><li><a href="/n">news</a></li></ul>${share}<button>Reuse this content</button></div></article></section><section id="most-viewed"><h2>Most viewed</h2><ol>${links(8)}</ol></section>${footer('The Sentinel')}`,
}), { publisher: 'The Sentinel' });

const divParagraphs: Make = () => made('div-paragraphs-hashed', a.QUAY, page({
  title: `${a.QUAY.title} | Wire Service`,
  head: ld({ '@type': 'NewsArticle', headline: a.QUAY.title, datePublished: '2024-03-11T05:10:03.511Z', publisher: { '@type': 'NewsMediaOrganization', name: 'Wire Service' } }),
  body: `<div id="fusion-app"><div class="nav-bar__x1">${menu()}</div><main><article class="article__container__2MUeZ"><div class="article-header__wrapper"><h1 data-testid="Heading">${a.QUAY.title}</h1><div class="info-content__author-date"><div>By Marta Ellingsen</div><time datetime="2024-03-11T05:10:03Z"><span>March 11, 2024</span><span>5:10 AM UTC</span><span>Updated 2 days ago</span></time></div></div>
<div class="article-body__content__17Yit" data-testid="ArticleBody">${body(a.QUAY, { p: (text, i) => `<div data-testid="paragraph-${i}" class="text__text__1FZLe article-body__paragraph__2-BtD">${esc(text)}</div>`, h: (text) => `<h2 data-testid="Heading">${text}</h2>` }, { 2: '<div data-testid="ContextWidget"><div data-testid="Promo box">Sign up <a href="/n">here.</a></div></div>' })}
<div data-testid="SignOff" class="sign-off__x">Reporting by Marta Ellingsen; Editing by Tom Achebe</div><div class="trust__badge">Our Standards: <a href="/trust">The Wire Service Trust Principles.</a></div><div class="toolbar"><button>Purchase Licensing Rights</button></div></div></article>
<div class="read-next__container"><h2>Read Next</h2>${cards(6, 'story-card')}</div></main>${footer('Wire Service')}</div>`,
}), { publisher: 'Wire Service' });

const breaks: Make = () => made('line-breaks-agency', a.SEIZURE, page({
  title: `${a.SEIZURE.title} | Hangang News Agency`,
  head: '<meta name="publish-date" content="20231106083211">',
  body: `<div class="head-wrap">${menu(['Latest', 'National', 'North', 'Economy'])}</div><div class="content90"><section class="title-article01"><h1 class="tit01">${a.SEIZURE.title}</h1><p class="update-time">All News 08:32 November 06, 2023</p></section>
<div class="txt-area"><div class="article">SEOUL, Nov. 6 (HNA) -- ${a.SEIZURE.parts.map((part) => ('p' in part ? esc(part.p) : '')).join('<br><br>\n')}<br><br>staff@hna.example<br>(END)</div></div>
<div class="keyword01"><h2>Keyword</h2><a href="/k">#rifles</a> <a href="/k2">#navy</a></div></div><div class="aside01"><h2>Most Viewed</h2><ol>${links(5)}</ol></div>${footer('Hangang News Agency')}`,
}), { url: 'https://hna.example/view/AEN20231106001200315', publisher: 'Hangang News Agency' });

const layoutTables: Make = () => made('layout-tables-nineties', a.COLUMN, `<HTML><HEAD><TITLE>${a.COLUMN.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><A HREF="/"><IMG SRC=logo.gif></A> <A HREF=/news>News</A> | <A HREF=/op>Opinion</A> | <A HREF=/arc>Archive</A></TD></TR><TR><TD WIDTH=140 VALIGN=top><FONT SIZE=1><B>Sections</B><BR><A HREF=/1>Front page</A><BR><A HREF=/2>Letters</A><BR><A HREF=/3>Crossword</A></FONT></TD>
<TD VALIGN=top><FONT FACE=Arial SIZE=5><B>${a.COLUMN.title}</B></FONT><BR><FONT SIZE=2>By Rosalind Achterberg<BR>July 8, 2024</FONT><P>${body(a.COLUMN, { p: (text) => `<FONT FACE=Times SIZE=3>${esc(text)}</FONT><P>`, q: (text) => `<BLOCKQUOTE><I>${text}</I></BLOCKQUOTE><P>` })}<HR><FONT SIZE=1><A HREF=/mail>E-mail this story to a friend</A> | <A HREF=/print>Print</A></FONT></TD>
<TD WIDTH=150 VALIGN=top><FONT SIZE=1><B>Also in this issue</B><BR><A HREF=/a>Ferry line to the islands resumes after storm</A><BR><A HREF=/b>Ten walks for a wet weekend</A></FONT></TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>Copyright 2024 The Evening Post. All rights reserved.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>`);

const blogger: Make = () => made('blogger', a.INTERVIEW, page({
  title: `Notes on Logistics: ${a.INTERVIEW.title}`,
  body: `<div class="content-outer"><div class="header-outer"><h1 class="title">Notes on Logistics</h1></div><div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed"><h2 class="date-header"><span>Saturday, January 27, 2024</span></h2><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">${a.INTERVIEW.title}</h3><div class="post-body entry-content" id="post-body-88">${body(a.INTERVIEW, { p: (text, i) => `<div>${i % 2 === 1 && i < 7 ? `<b>${text}</b>` : esc(text)}</div><div><br></div>` })}</div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Petra Vondrák</span></span> <span class="post-timestamp">at <abbr class="published" title="2024-01-27T08:00:00+01:00">8:00 AM</abbr></span> <span class="post-labels">Labels: <a href="/l">interviews</a></span></div></div></div></div></div><div class="column-right-outer"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li><a href="/2024">2024</a> (12)</li><li><a href="/2023">2023</a> (40)</li></ul></div></div></div>`,
}), { publisher: 'Notes on Logistics' });

const medium: Make = () => made('sections-reader-site', a.QUESTIONS, page({
  title: `${a.QUESTIONS.title} | by Jonas Adeyemi | Deep Water | Longform`,
  head: '<meta property="article:published_time" content="2024-06-20T08:14:00.000Z"><meta property="og:site_name" content="Longform">',
  body: `<div id="root"><div class="a b c"><div class="d"><a href="/app">Open in app</a><a href="/su">Sign up</a><a href="/si">Sign in</a></div><article><div class="l"><section><div><div class="ab ac"><h1 class="pw-post-title">${a.QUESTIONS.title}</h1><div class="speechify"><div><a href="/@j">Jonas Adeyemi</a> · <a href="/f">Follow</a></div><div>Published in <a href="/dw">Deep Water</a> · 4 min read · Jun 20, 2024</div></div><div class="clap"><span>1.2K</span><span>18</span><span>Listen</span><span>Share</span></div>${body(a.QUESTIONS, { p: (text) => `<p class="pw-post-body-paragraph nb nc">${esc(text)}</p>`, h: (text) => `<h2 class="nx ny">${text}</h2>` })}</div></div></section></div></article><div class="tagz"><a href="/t1">Shipping</a><a href="/t2">Oil</a></div><div class="foot"><div><h2>Written by Jonas Adeyemi</h2><p>2.4K followers. Former deckhand, present reporter.</p><button>Follow</button></div></div><div class="rec"><h2>More from Jonas Adeyemi and Deep Water</h2>${cards(4, 'rx')}<h2>Recommended from Longform</h2>${cards(4, 'rx')}</div><p><a href="/help">Help</a> <a href="/status">Status</a> <a href="/about">About</a></p></div></div>`,
}), { publisher: 'Longform' });

const letterPlatform: Make = () => made('newsletter-platform', a.COLUMN, page({
  title: `${a.COLUMN.title} - by Rosalind Achterberg`,
  head: `${ld({ '@type': 'NewsArticle', headline: a.COLUMN.title, datePublished: '2024-07-08T07:00:00+00:00', publisher: { '@type': 'Organization', name: 'Weights and Measures' } })}`,
  body: `<div id="entry"><div class="main-menu"><a href="/">Weights and Measures</a><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">${a.COLUMN.title}</h1><div class="post-ufi"><a href="#l">41</a><a href="#c">7</a><a href="#s">Share</a></div><div>Jul 08, 2024</div></div><div class="available-content"><div dir="auto" class="body markup">${body(a.COLUMN, {}, { 1: '<div class="subscription-widget-wrap"><div class="preamble"><p>Weights and Measures is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><button>Subscribe</button></form></div>' })}<p class="button-wrapper"><a href="/share">Share</a></p></div></div></article><div class="subscribe-footer"><h4>Subscribe to Weights and Measures</h4><p>By Rosalind Achterberg · Launched 2 years ago</p></div><div id="discussion" class="comments-page"><h4>Discussion about this post</h4>${comments(2)}</div></div></div>`,
}), { publisher: 'Weights and Measures' });

export const FIRST: readonly Make[] = [wordpressClassic, wordpressBlock, drupal, hashedReact, dataComponents, richLinks, divParagraphs, breaks, layoutTables, blogger, medium, letterPlatform];
export { made, type Make };
export const common = { a, body, cards, comments, cookies, esc, figure, footer, ld, links, menu, newsletter, page, printed, share };
