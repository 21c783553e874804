"""Compiled from report.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_words = resolve('words')
    l_0_policy = resolve('policy')
    l_0_version = resolve('version')
    l_0_title = resolve('title')
    l_0_style = resolve('style')
    l_0_t = resolve('t')
    l_0_plain = resolve('plain')
    l_0_say = resolve('say')
    l_0_made_by = resolve('made_by')
    l_0_island = resolve('island')
    l_0_script = resolve('script')
    try:
        t_1 = environment.filters['safe']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'safe' found.")
    try:
        t_2 = environment.filters['tojson']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'tojson' found.")
    pass
    yield '<!doctype html>\n<html lang="'
    yield escape(environment.getattr((undefined(name='words') if l_0_words is missing else l_0_words), 'language'))
    yield '" class="plain">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape((undefined(name='policy') if l_0_policy is missing else l_0_policy))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="generator" content="difftool '
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield '">\n<title>'
    yield escape((undefined(name='title') if l_0_title is missing else l_0_title))
    yield '</title>\n<link rel="icon" href="data:,">\n<style>'
    yield escape(t_1((undefined(name='style') if l_0_style is missing else l_0_style)))
    yield '</style>\n</head>\n<body>\n<a class="skip" href="#text">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'To the text'))
    yield '</a>\n'
    template = environment.get_template('head.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('bar.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '<main>\n'
    template = environment.get_template('changes.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('text.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '</main>\n<section id="decide" aria-label="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'to decide'))
    yield '" hidden>\n<p><span class="about"><i class="swatch"></i><span id="what"></span> <span class="note" id="why"></span></span> <span class="reading" id="which"></span></p>\n<p class="verdicts"><button type="button" data-verdict="accepted" aria-pressed="false" title="a">✓ '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'accept'))
    yield '</button><button type="button" data-verdict="rejected" aria-pressed="false" title="r">✗ '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reject'))
    yield '</button><button type="button" data-verdict="ignored" aria-pressed="false" title="i">– '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'ignore'))
    yield '</button><label><span>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'comment'))
    yield '</span> <input type="text" id="comment" maxlength="2000" title="c"></label></p>\n</section>\n<footer><p>'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), *(undefined(name='made_by') if l_0_made_by is missing else l_0_made_by)))
    yield '</p></footer>\n'
    template = environment.get_template('help.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '<script type="application/json" id="island">'
    yield escape(t_2(context.eval_ctx, context.call((undefined(name='island') if l_0_island is missing else l_0_island))))
    yield '</script>\n<script>'
    yield escape(t_1((undefined(name='script') if l_0_script is missing else l_0_script)))
    yield '</script>\n</body>\n</html>\n'

blocks = {}
debug_info = '3=35&6=37&9=39&10=41&12=43&15=45&16=47&17=53&19=60&20=66&22=73&24=75&26=83&27=85&28=92&29=94'
jinja_version = '3.1.6'
source_digest = '530ce17637769b58f14de09438ced1e6b03431ae5e8b97109dd990111cdbd739'
