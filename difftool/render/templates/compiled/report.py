"""Compiled from report.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_policy = resolve('policy')
    l_0_version = resolve('version')
    l_0_title = resolve('title')
    l_0_style = resolve('style')
    l_0_answer = resolve('answer')
    l_0_facts = resolve('facts')
    l_0_warnings = resolve('warnings')
    l_0_differing = resolve('differing')
    l_0_files = resolve('files')
    l_0_counted = resolve('counted')
    l_0_entries = resolve('entries')
    l_0_counts = resolve('counts')
    l_0_kinds = resolve('kinds')
    l_0_meanings = resolve('meanings')
    l_0_island = resolve('island')
    l_0_script = resolve('script')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    try:
        t_2 = environment.filters['safe']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'safe' found.")
    try:
        t_3 = environment.filters['tojson']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'tojson' found.")
    pass
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape((undefined(name='policy') if l_0_policy is missing else l_0_policy))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="generator" content="difftool '
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield '">\n<title>'
    yield escape((undefined(name='title') if l_0_title is missing else l_0_title))
    yield '</title>\n<link rel="icon" href="data:,">\n<style>'
    yield escape(t_2((undefined(name='style') if l_0_style is missing else l_0_style)))
    yield '</style>\n</head>\n<body>\n<a class="skip" href="#text">To the text</a>\n<header>\n<p class="brand"><b>difftool</b> '
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield ' <span>comparison</span></p>\n<h1>'
    yield escape((undefined(name='answer') if l_0_answer is missing else l_0_answer))
    yield '.</h1>\n<ul class="facts">'
    for l_1_fact in (undefined(name='facts') if l_0_facts is missing else l_0_facts):
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(l_1_fact)
        yield '</li>'
    l_1_fact = missing
    yield '</ul>\n'
    if (undefined(name='warnings') if l_0_warnings is missing else l_0_warnings):
        pass
        yield '<section class="warnings" aria-label="Look at these first">\n<dl>'
        for (l_1_name, l_1_text) in (undefined(name='warnings') if l_0_warnings is missing else l_0_warnings):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield escape(l_1_name)
            yield '</dt><dd>'
            yield escape(l_1_text)
            yield '</dd></div>'
        l_1_name = l_1_text = missing
        yield '</dl>\n</section>\n'
    if (undefined(name='differing') if l_0_differing is missing else l_0_differing):
        pass
        template = environment.get_template('facts.html.j2', 'report.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
    yield '<div class="files">\n'
    for l_1_file in (undefined(name='files') if l_0_files is missing else l_0_files):
        _loop_vars = {}
        pass
        yield '<section class="file '
        yield escape(environment.getattr(l_1_file, 'side'))
        yield '" aria-label="'
        yield escape(environment.getattr(l_1_file, 'side'))
        yield '">\n<h2><span class="side">'
        yield escape(environment.getattr(l_1_file, 'side'))
        yield '</span> <bdi>'
        yield escape(environment.getattr(l_1_file, 'name'))
        yield '</bdi></h2>\n<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="where the compared part lies in '
        yield escape(environment.getattr(l_1_file, 'side'))
        yield '">\n<rect class="whole" width="1000" height="10"/>\n'
        for (l_2_start, l_2_width) in environment.getattr(environment.getattr(l_1_file, 'strip'), 'bands'):
            _loop_vars = {}
            pass
            yield '<rect class="band" x="'
            yield escape(l_2_start)
            yield '" width="'
            yield escape(l_2_width)
            yield '" height="10"/>'
        l_2_start = l_2_width = missing
        for l_2_tick in environment.getattr(environment.getattr(l_1_file, 'strip'), 'ticks'):
            _loop_vars = {}
            pass
            yield '<rect class="tick '
            yield escape(environment.getattr(l_2_tick, 'kind'))
            yield '" data-change="'
            yield escape(environment.getattr(l_2_tick, 'change'))
            yield '" x="'
            yield escape(environment.getattr(l_2_tick, 'at'))
            yield '" width="4" height="10"/>'
        l_2_tick = missing
        yield '\n</svg>\n<dl>'
        for (l_2_name, l_2_value) in environment.getattr(l_1_file, 'facts'):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield escape(l_2_name)
            yield '</dt><dd>'
            yield escape(l_2_value)
            yield '</dd></div>'
        l_2_name = l_2_value = missing
        yield '</dl>\n</section>\n'
    l_1_file = missing
    yield '</div>\n</header>\n<div class="bar" role="toolbar" aria-label="Changes">\n<span class="walk"><button type="button" id="previous" title="previous change (p or k)">↑<span class="heard"> previous change</span></button><button type="button" id="next" title="next change (n or j)">↓<span class="heard"> next change</span></button></span>\n<output id="status" aria-live="polite">'
    yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1((undefined(name='entries') if l_0_entries is missing else l_0_entries)), 'change'))
    yield '</output>\n<span class="chips">\n'
    def t_4(fiter):
        for (l_1_level, l_1_number, l_1_meaning) in fiter:
            if l_1_number:
                yield (l_1_level, l_1_number, l_1_meaning)
    for (l_1_level, l_1_number, l_1_meaning) in t_4((undefined(name='counts') if l_0_counts is missing else l_0_counts)):
        _loop_vars = {}
        pass
        yield '<button type="button" class="chip '
        yield escape(l_1_level)
        yield '" data-filter="'
        yield escape(l_1_level)
        yield '" aria-pressed="true" title="'
        yield escape(l_1_meaning)
        yield '">'
        yield escape(l_1_level)
        yield ' <b>'
        yield escape(l_1_number)
        yield '</b></button>\n'
    l_1_level = l_1_number = l_1_meaning = missing
    yield '</span>\n<span class="chips">\n'
    def t_5(fiter):
        for (l_1_kind, l_1_meaning, l_1_number) in fiter:
            if l_1_number:
                yield (l_1_kind, l_1_meaning, l_1_number)
    for (l_1_kind, l_1_meaning, l_1_number) in t_5((undefined(name='kinds') if l_0_kinds is missing else l_0_kinds)):
        _loop_vars = {}
        pass
        yield '<button type="button" class="chip '
        yield escape(l_1_kind)
        yield '" data-filter="'
        yield escape(l_1_kind)
        yield '" aria-pressed="true" title="'
        yield escape(l_1_meaning)
        yield '"><i class="swatch"></i>'
        yield escape(l_1_kind)
        yield ' <b>'
        yield escape(l_1_number)
        yield '</b></button>\n'
    l_1_kind = l_1_meaning = l_1_number = missing
    yield '</span>\n<span class="rest"><button type="button" id="fold" aria-pressed="false" title="open or close all folds (o)">open all</button><button type="button" id="help" title="keys and signs (?)">?<span class="heard"> help</span></button></span>\n</div>\n<main>\n'
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
    yield '</main>\n<footer><p>Made by difftool '
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield '. Positions count paragraphs from 1. This page holds all it shows and asks nothing of any network.</p></footer>\n<dialog id="keys" aria-labelledby="keys-title">\n<form method="dialog"><button type="submit" title="close (Esc)">×<span class="heard"> close</span></button></form>\n<h2 id="keys-title">Keys and signs</h2>\n<dl class="keys">\n<div><dt><kbd>n</kbd> <kbd>j</kbd></dt><dd>next change</dd></div>\n<div><dt><kbd>p</kbd> <kbd>k</kbd></dt><dd>previous change</dd></div>\n<div><dt><kbd>o</kbd></dt><dd>open or close all folds</dd></div>\n<div><dt><kbd>0</kbd></dt><dd>show all kinds again</dd></div>\n<div><dt><kbd>?</kbd></dt><dd>this help; <kbd>Esc</kbd> closes it</dd></div>\n</dl>\n<dl class="legend">\n'
    for (l_1_kind, l_1_meaning, l_1_number) in (undefined(name='kinds') if l_0_kinds is missing else l_0_kinds):
        _loop_vars = {}
        pass
        yield '<div class="'
        yield escape(l_1_kind)
        yield '"><dt><i class="swatch"></i>'
        yield escape(l_1_kind)
        yield '</dt><dd>'
        yield escape(l_1_meaning)
        yield '</dd></div>\n'
    l_1_kind = l_1_meaning = l_1_number = missing
    for (l_1_level, l_1_meaning) in context.call(environment.getattr((undefined(name='meanings') if l_0_meanings is missing else l_0_meanings), 'items')):
        _loop_vars = {}
        pass
        yield '<div class="'
        yield escape(l_1_level)
        yield '"><dt><ins class="wording '
        yield escape(l_1_level)
        yield '">'
        yield escape(l_1_level)
        yield '</ins></dt><dd>'
        yield escape(l_1_meaning)
        yield '</dd></div>\n'
    l_1_level = l_1_meaning = missing
    yield '</dl>\n<p class="note">A filter button hides its marks and list entries, and <kbd>n</kbd> <kbd>p</kbd> pass them over. ⟨U+202E⟩ and its like stand for signs that cannot be seen; ␣ ⇥ ↵ for white space that changed.</p>\n</dialog>\n<script type="application/json" id="island">'
    yield escape(t_3(context.eval_ctx, (undefined(name='island') if l_0_island is missing else l_0_island)))
    yield '</script>\n<script>'
    yield escape(t_2((undefined(name='script') if l_0_script is missing else l_0_script)))
    yield '</script>\n</body>\n</html>\n'

blocks = {}
debug_info = '6=46&9=48&10=50&12=52&17=54&18=56&19=58&20=66&22=69&25=79&27=88&28=92&29=96&30=100&32=102&33=111&36=123&43=135&45=137&46=145&50=157&51=165&57=177&58=183&60=190&72=192&73=196&75=203&76=207&81=217&82=219'
jinja_version = '3.1.6'
source_digest = 'a1d6020237321183a286c83e8adc1af8087da53c1cad5aba32ef2ee824e5a1e6'
