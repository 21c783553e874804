"""Compiled from panels.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'panels.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_masks = resolve('masks')
    l_0_t = resolve('t')
    l_0_official = resolve('official')
    l_0_evidence = resolve('evidence')
    l_0_version = resolve('version')
    l_0_notes = resolve('notes')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    if environment.getattr((undefined(name='masks') if l_0_masks is missing else l_0_masks), 'rows'):
        pass
        yield '<details class="panel" id="masks"><summary>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Masks'))
        yield ' <b>'
        yield escape(environment.getattr((undefined(name='masks') if l_0_masks is missing else l_0_masks), 'total'))
        yield '</b></summary>\n<table><thead><tr><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'place'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'left'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'right'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reading'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fit'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'leak'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_row in environment.getattr((undefined(name='masks') if l_0_masks is missing else l_0_masks), 'rows'):
            l_1_say = resolve('say')
            _loop_vars = {}
            pass
            yield '<tr><th scope="row">'
            if environment.getattr(l_1_row, 'change'):
                pass
                yield '<a href="#'
                yield escape(environment.getattr(l_1_row, 'change'))
                yield '">'
                yield escape(environment.getattr(l_1_row, 'place'))
                yield '</a>'
            else:
                pass
                yield escape(environment.getattr(l_1_row, 'place'))
            yield '</th><td dir="auto">'
            yield escape(environment.getattr(l_1_row, 'left'))
            yield '</td><td dir="auto">'
            yield escape(environment.getattr(l_1_row, 'right'))
            yield '</td><td>'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getattr(l_1_row, 'reading')))
            yield '</td><td>'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getattr(l_1_row, 'fit')))
            yield '</td><td>'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getattr(l_1_row, 'leak')))
            yield '</td></tr>\n'
        l_1_row = l_1_say = missing
        yield '</tbody></table>\n'
        if environment.getattr((undefined(name='masks') if l_0_masks is missing else l_0_masks), 'more'):
            pass
            yield '<p class="note">… +'
            yield escape(environment.getattr((undefined(name='masks') if l_0_masks is missing else l_0_masks), 'more'))
            yield '</p>'
        yield '</details>\n'
    if (undefined(name='official') if l_0_official is missing else l_0_official):
        pass
        yield '<details class="panel" id="official"><summary>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Official facts'))
        yield ' <b>'
        yield escape(t_1((undefined(name='official') if l_0_official is missing else l_0_official)))
        yield '</b></summary>\n<table><thead><tr><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fact'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'left'))
        yield '</th><th scope="col">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'right'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_row in (undefined(name='official') if l_0_official is missing else l_0_official):
            l_1_say = resolve('say')
            _loop_vars = {}
            pass
            yield '<tr'
            if environment.getattr(l_1_row, 'differs'):
                pass
                yield ' class="differs"'
            yield '><th scope="row">'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *environment.getattr(l_1_row, 'name')))
            yield '</th><td dir="auto">'
            yield escape(environment.getattr(l_1_row, 'left'))
            yield '</td><td dir="auto">'
            yield escape(environment.getattr(l_1_row, 'right'))
            yield '</td></tr>\n'
        l_1_row = l_1_say = missing
        yield '</tbody></table></details>\n'
    yield '<details class="panel" id="evidence"><summary>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Evidence'))
    yield '</summary>\n<dl>\n<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'command that makes this page again'))
    yield '</dt><dd><code>'
    yield escape(environment.getattr((undefined(name='evidence') if l_0_evidence is missing else l_0_evidence), 'command'))
    yield '</code></dd></div>\n<div><dt>difftool</dt><dd>'
    yield escape((undefined(name='version') if l_0_version is missing else l_0_version))
    yield '</dd></div>\n'
    for (l_1_head, l_1_value) in environment.getattr((undefined(name='evidence') if l_0_evidence is missing else l_0_evidence), 'settings'):
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(l_1_head)
        yield '</dt><dd><code>'
        yield escape(l_1_value)
        yield '</code></dd></div>\n'
    l_1_head = l_1_value = missing
    yield '<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'not read'))
    yield '</dt><dd>'
    t_2 = 1
    for l_1_note in environment.getattr((undefined(name='evidence') if l_0_evidence is missing else l_0_evidence), 'unread'):
        l_1_say = resolve('say')
        _loop_vars = {}
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *l_1_note))
        yield '</p>'
        t_2 = 0
    l_1_note = l_1_say = missing
    if t_2:
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'nothing: both were read whole'))
    yield '</dd></div>\n'
    if (undefined(name='notes') if l_0_notes is missing else l_0_notes):
        pass
        yield '<div><dt>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Notes'))
        yield '</dt><dd>'
        for l_1_note in (undefined(name='notes') if l_0_notes is missing else l_0_notes):
            l_1_say = resolve('say')
            _loop_vars = {}
            pass
            yield '<p>'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *l_1_note))
            yield '</p>'
        l_1_note = l_1_say = missing
        yield '</dd></div>'
    yield '</dl></details>\n'

blocks = {}
debug_info = '1=23&2=26&3=30&5=42&6=47&9=70&12=76&13=79&14=83&16=89&17=94&21=107&23=109&24=113&25=115&26=119&28=125&29=141'
jinja_version = '3.1.6'
source_digest = 'a534efdaa8cf2c2c563be4d9a87e96a39ee1534e26983fe36e90eba298c0f6fb'
