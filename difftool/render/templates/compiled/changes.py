"""Compiled from changes.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'changes.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_repeats = resolve('repeats')
    l_0_more_repeats = resolve('more_repeats')
    l_0_counted = resolve('counted')
    l_0_entries = resolve('entries')
    l_0_ignored = resolve('ignored')
    l_0_notes = resolve('notes')
    l_0_reading = missing
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    def macro(l_1_entry):
        t_2 = []
        if l_1_entry is missing:
            l_1_entry = undefined("parameter 'entry' was not provided", name='entry')
        pass
        t_2.extend((
            '<span class="reading" dir="auto">',
            escape(environment.getattr(l_1_entry, 'before')),
        ))
        if (environment.getattr(environment.getattr(l_1_entry, 'change'), 'shape') == 'move'):
            pass
            t_2.extend((
                '<b>',
                escape(environment.getattr(l_1_entry, 'right')),
                '</b>',
            ))
        else:
            pass
            if environment.getattr(l_1_entry, 'left'):
                pass
                t_2.extend((
                    '<del>',
                    escape(environment.getattr(l_1_entry, 'left')),
                    '</del>',
                ))
            if environment.getattr(l_1_entry, 'right'):
                pass
                t_2.extend((
                    '<ins>',
                    escape(environment.getattr(l_1_entry, 'right')),
                    '</ins>',
                ))
        t_2.extend((
            escape(environment.getattr(l_1_entry, 'after')),
            '</span>',
        ))
        return concat(t_2)
    context.exported_vars.add('reading')
    context.vars['reading'] = l_0_reading = Macro(environment, macro, 'reading', ('entry',), False, False, False, context.eval_ctx.autoescape)
    yield '<nav id="changes" aria-label="List of changes">\n'
    if (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
        pass
        yield '<h2>Same replacement</h2>\n<ul class="groups">\n'
        for l_1_one in (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
            _loop_vars = {}
            pass
            yield '<li class="'
            yield escape(environment.getattr(l_1_one, 'kind'))
            yield '" data-places="'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places'):
                _loop_vars = {}
                pass
                yield escape(environment.getitem(l_2_ids, 0))
                yield ' '
            l_2_ids = l_2_place = missing
            yield '"><a href="#'
            yield escape(environment.getitem(environment.getitem(environment.getitem(environment.getattr(l_1_one, 'places'), 0), 0), 0))
            yield '"><i class="swatch"></i><span dir="auto">'
            if environment.getattr(l_1_one, 'left'):
                pass
                yield '<del>'
                yield escape(environment.getattr(l_1_one, 'left'))
                yield '</del>'
            yield ' → '
            if environment.getattr(l_1_one, 'right'):
                pass
                yield '<ins>'
                yield escape(environment.getattr(l_1_one, 'right'))
                yield '</ins>'
            yield '</span> <b>×'
            yield escape(t_1(environment.getattr(l_1_one, 'places')))
            yield '</b></a>\n<div class="stops"><span class="walk"><button type="button" data-step="-1" title="previous place">↑<span class="heard"> previous place</span></button><button type="button" data-step="1" title="next place">↓<span class="heard"> next place</span></button></span>\n<details><summary>'
            yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1(environment.getattr(l_1_one, 'places')), 'place', _loop_vars=_loop_vars))
            yield '</summary><p>'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places'):
                _loop_vars = {}
                pass
                yield '<a href="#'
                yield escape(environment.getitem(l_2_ids, 0))
                yield '">'
                yield escape(l_2_place)
                yield '</a> '
            l_2_ids = l_2_place = missing
            yield '</p></details></div></li>\n'
        l_1_one = missing
        yield '</ul>\n'
        if (undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats):
            pass
            yield '<p class="note">… and '
            yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), (undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats), 'more replacement'))
            yield '</p>'
    yield '<h2>'
    yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1((undefined(name='entries') if l_0_entries is missing else l_0_entries)), 'change'))
    yield '</h2>\n'
    if (undefined(name='entries') if l_0_entries is missing else l_0_entries):
        pass
        yield '<div role="list">\n'
        for l_1_entry in (undefined(name='entries') if l_0_entries is missing else l_0_entries):
            _loop_vars = {}
            pass
            yield '<div role="listitem" class="entry '
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'kind'))
            yield ' '
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'significance'))
            yield '"><a href="#'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'id'))
            yield '">\n<span class="about"><i class="swatch"></i>'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'kind'))
            yield ' <span class="place">'
            yield escape(environment.getattr(l_1_entry, 'place'))
            yield '</span></span>\n'
            yield escape(context.call((undefined(name='reading') if l_0_reading is missing else l_0_reading), l_1_entry, _loop_vars=_loop_vars))
            yield '\n<span class="note">'
            yield escape(environment.getattr(l_1_entry, 'note'))
            yield '</span></a></div>\n'
        l_1_entry = missing
        yield '</div>\n'
    else:
        pass
        yield '<p class="note">Nothing to list.</p>\n'
    if (undefined(name='ignored') if l_0_ignored is missing else l_0_ignored):
        pass
        yield '<details class="aside"><summary>'
        yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1((undefined(name='ignored') if l_0_ignored is missing else l_0_ignored)), 'ignored change'))
        yield '</summary>\n<ul>\n'
        for l_1_entry in (undefined(name='ignored') if l_0_ignored is missing else l_0_ignored):
            _loop_vars = {}
            pass
            yield '<li><a href="#'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'id'))
            yield '"><span class="about">'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'kind'))
            yield ' <span class="place">'
            yield escape(environment.getattr(l_1_entry, 'place'))
            yield '</span></span>\n'
            yield escape(context.call((undefined(name='reading') if l_0_reading is missing else l_0_reading), l_1_entry, _loop_vars=_loop_vars))
            yield '\n<span class="note">'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'significance'))
            yield ': '
            yield escape(environment.getattr(l_1_entry, 'note'))
            yield '</span></a></li>\n'
        l_1_entry = missing
        yield '</ul></details>\n'
    if (undefined(name='notes') if l_0_notes is missing else l_0_notes):
        pass
        yield '<h2>Notes</h2>\n<ul class="notes">'
        for l_1_note in (undefined(name='notes') if l_0_notes is missing else l_0_notes):
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(l_1_note)
            yield '</li>'
        l_1_note = missing
        yield '</ul>\n'
    yield '</nav>\n'

blocks = {}
debug_info = '1=24&3=64&6=67&7=71&9=96&12=110&14=116&15=118&18=121&19=125&20=131&21=135&22=137&28=144&29=147&31=149&32=153&33=159&34=161&38=167&40=170'
jinja_version = '3.1.6'
source_digest = '8c218d4345375aca2a0de6f06cde83b0f30715f5cb0251c637c5d202a920ebe7'
