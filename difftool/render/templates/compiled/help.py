"""Compiled from help.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'help.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_kinds = resolve('kinds')
    l_0_counts = resolve('counts')
    pass
    yield '<dialog id="keys" aria-labelledby="keys-title">\n<form method="dialog"><button type="submit" title="Esc">×<span class="heard"> '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'close'))
    yield '</span></button></form>\n<h2 id="keys-title">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Keys and signs'))
    yield '</h2>\n<dl class="keys">\n'
    for (l_1_keys, l_1_does) in (('n j', 'next change'), ('p k', 'previous change'), ('d', 'next undecided change'), ('a', 'accept'), ('r', 'reject'), ('i', 'ignore'), ('c', 'comment'), ('u', 'inline view'), ('o', 'open or close all folds'), ('/', 'search in changes'), ('0', 'show all kinds again'), ('t', 'colours'), ('l', 'language'), ('?', 'this help; Esc closes it')):
        _loop_vars = {}
        pass
        yield '<div><dt>'
        for l_2_key in context.call(environment.getattr(l_1_keys, 'split'), _loop_vars=_loop_vars):
            _loop_vars = {}
            pass
            yield '<kbd>'
            yield escape(l_2_key)
            yield '</kbd> '
        l_2_key = missing
        yield '</dt><dd>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), l_1_does, _loop_vars=_loop_vars))
        yield '</dd></div>\n'
    l_1_keys = l_1_does = missing
    yield '</dl>\n<dl class="legend">\n'
    for (l_1_kind, l_1_meaning, l_1_number) in (undefined(name='kinds') if l_0_kinds is missing else l_0_kinds):
        l_1_name = resolve('name')
        l_1_say = resolve('say')
        l_1_meanings = resolve('meanings')
        _loop_vars = {}
        pass
        yield '<div class="'
        yield escape(l_1_kind)
        yield '"><dt><i class="swatch"></i>'
        yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_1_kind, _loop_vars=_loop_vars))
        yield '</dt><dd>'
        yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getitem((undefined(name='meanings') if l_1_meanings is missing else l_1_meanings), l_1_kind)))
        yield '</dd></div>\n'
    l_1_kind = l_1_meaning = l_1_number = l_1_name = l_1_say = l_1_meanings = missing
    for (l_1_level, l_1_meaning, l_1_number) in (undefined(name='counts') if l_0_counts is missing else l_0_counts):
        l_1_name = resolve('name')
        l_1_say = resolve('say')
        l_1_meanings = resolve('meanings')
        _loop_vars = {}
        pass
        yield '<div class="'
        yield escape(l_1_level)
        yield '"><dt><ins class="wording '
        yield escape(l_1_level)
        yield '">'
        yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_1_level, _loop_vars=_loop_vars))
        yield '</ins></dt><dd>'
        yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getitem((undefined(name='meanings') if l_1_meanings is missing else l_1_meanings), l_1_level)))
        yield '</dd></div>\n'
    l_1_level = l_1_meaning = l_1_number = l_1_name = l_1_say = l_1_meanings = missing
    yield '</dl>\n<p class="note">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'A filter button hides its marks and list entries, and n and p pass them over. ⟨U+202E⟩ and its like stand for signs that cannot be seen; ␣ ⇥ ↵ for white space that changed.'))
    yield '</p>\n</dialog>\n'

blocks = {}
debug_info = '2=15&3=17&5=19&6=23&10=35&11=42&13=49&14=56&17=66'
jinja_version = '3.1.6'
source_digest = '6dec120b9d3d729af225685e59868983ca82898f66e591b7850fc0878654f763'
