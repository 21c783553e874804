"""Compiled from head.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'head.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_version = resolve('version')
    l_0_t = resolve('t')
    l_0_say = resolve('say')
    l_0_answer = resolve('answer')
    l_0_facts = resolve('facts')
    l_0_tallies = resolve('tallies')
    l_0_warnings = resolve('warnings')
    l_0_plain = resolve('plain')
    l_0_differing = resolve('differing')
    l_0_files = resolve('files')
    pass
    yield '<header>\n<p class="brand"><b>difftool</b> '
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield ' <span>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'comparison'))
    yield '</span></p>\n<h1>'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), *(undefined(name='answer') if l_0_answer is missing else l_0_answer)))
    yield '</h1>\n<ul class="facts">'
    for l_1_fact in (undefined(name='facts') if l_0_facts is missing else l_0_facts):
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *l_1_fact))
        yield '</li>'
    l_1_fact = missing
    yield '</ul>\n'
    if (undefined(name='tallies') if l_0_tallies is missing else l_0_tallies):
        pass
        yield '<dl class="tally">'
        for (l_1_level, l_1_number, l_1_kinds) in (undefined(name='tallies') if l_0_tallies is missing else l_0_tallies):
            l_1_name = resolve('name')
            _loop_vars = {}
            pass
            yield '<div class="'
            yield escape(l_1_level)
            yield '"><dt><b>'
            yield escape(l_1_number)
            yield '</b> '
            yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_1_level, _loop_vars=_loop_vars))
            yield '</dt><dd>'
            for (l_2_kind, l_2_count) in l_1_kinds:
                _loop_vars = {}
                pass
                yield '<span class="'
                yield escape(l_2_kind)
                yield '"><i class="swatch"></i>'
                yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_2_kind, _loop_vars=_loop_vars))
                yield ' '
                yield escape(l_2_count)
                yield '</span> '
            l_2_kind = l_2_count = missing
            yield '</dd></div>'
        l_1_level = l_1_number = l_1_kinds = l_1_name = missing
        yield '</dl>\n'
    if (undefined(name='warnings') if l_0_warnings is missing else l_0_warnings):
        pass
        yield '<section class="warnings" aria-label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'Look at these first'))
        yield '">\n<dl>'
        for (l_1_head, l_1_text) in (undefined(name='warnings') if l_0_warnings is missing else l_0_warnings):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *l_1_head))
            yield '</dt><dd>'
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *l_1_text))
            yield '</dd></div>'
        l_1_head = l_1_text = missing
        yield '</dl>\n</section>\n'
    if (undefined(name='differing') if l_0_differing is missing else l_0_differing):
        pass
        template = environment.get_template('facts.html.j2', 'head.html.j2')
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
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), environment.getattr(l_1_file, 'side'), _loop_vars=_loop_vars))
        yield '">\n<h2><span class="side">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), environment.getattr(l_1_file, 'side'), _loop_vars=_loop_vars))
        yield '</span> <bdi>'
        yield escape(environment.getattr(l_1_file, 'name'))
        yield '</bdi></h2>\n<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), markup_join(('where the compared part lies in ', environment.getattr(l_1_file, 'side'), )), _loop_vars=_loop_vars))
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
        for (l_2_head, l_2_value) in environment.getattr(l_1_file, 'facts'):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), l_2_head, _loop_vars=_loop_vars))
            yield '</dt><dd>'
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *l_2_value))
            yield '</dd></div>'
        l_2_head = l_2_value = missing
        yield '</dl>\n</section>\n'
    l_1_file = missing
    yield '</div>\n'
    template = environment.get_template('panels.html.j2', 'head.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '</header>\n'

blocks = {}
debug_info = '2=22&3=26&4=28&5=36&6=39&8=64&9=67&10=69&13=79&15=88&16=92&17=96&18=100&20=102&21=111&24=123&28=135'
jinja_version = '3.1.6'
source_digest = '3098d08b36a6221f1fb974d3a66515e686a42af263182de066bf4c735cfa644e'
