import fc from 'fast-check';
import { test } from 'vitest';
import { readListing } from './read-listing.ts';
import { tongues } from './tongues.fixture.ts';
import { marks, writeList } from './written-list.fixture.ts';
import { writeFileSync } from 'node:fs';
test('sweep', async () => {
  const bad: Record<string, {n:number,total:number, ex?:string}> = {};
  let total=0, fails=0; const exs:string[]=[];
  let seed=1; const rnd=(n:number)=>{seed=(seed*1103515245+12345)&0x7fffffff; return (seed>>8)%n;};
  for (let run=0; run<6000; run++) {
    const pick=<T,>(a: readonly T[])=>a[rnd(a.length)] as T;
    const style={mark:pick(Object.keys(marks)) as any, headings:pick(['none','year','month']) as any, date:pick(['after','before','inline-start','inline-end']) as any, inner:pick([0,1]) as any, outer:pick([1,2]) as any, wrap:pick([null,72]), introduction:pick([true,false]), lineBreak:'\n' as const};
    const t=pick(tongues);
    const items=Array.from({length:3+rnd(9)},()=>({headline:pick(t.headlines),summary:rnd(3)?pick(t.summaries):null,date:style.mark==='none'||rnd(10)?`${2010+rnd(9)}-${String(1+rnd(12)).padStart(2,'0')}-${String(1+rnd(28)).padStart(2,'0')}`:null,credit:rnd(4)?null:t.credit,kicker:rnd(4)?null:t.kicker})).sort((a,b)=>(b.date??'9').localeCompare(a.date??'9'));
    const text=writeList(items,style,t);
    const out:any[]=[]; let err='';
    try { for await (const e of readListing(async function*(){yield new TextEncoder().encode(text)},{locale:t.locale})) if(e.kind==='item'){const {headline,summary,date,credit,kicker}=e.item; out.push({headline,summary,date,credit:credit?.raw??null,kicker});} } catch(e){err=String(e)}
    const ok=JSON.stringify(out)===JSON.stringify(items.map(({headline,summary,date,credit,kicker})=>({headline,summary,date,credit,kicker})));
    total++;
    for (const k of [`mark=${style.mark}`,`head=${style.headings}`,`date=${style.date}`,`inner=${style.inner}`,`outer=${style.outer}`,`wrap=${style.wrap}`,`loc=${t.locale}`,`${style.mark==='none'?'none':'mark'} ${style.date} inner${style.inner} outer${style.outer}`]) { const b=bad[k]??={n:0,total:0}; b.total++; if(!ok) b.n++; }
    if(!ok){fails++; if(exs.length<400) exs.push(JSON.stringify(style)+' '+t.locale+' '+err+'\n'+text+'\n---- got\n'+out.map(o=>JSON.stringify(o)).join('\n')+'\n---- want\n'+items.map(o=>JSON.stringify(o)).join('\n'));}
  }
  writeFileSync('/tmp/sweep.txt', exs.join('\n\n==========\n'));
  console.log(fails,'of',total); console.log(Object.entries(bad).map(([k,b])=>`${k.padEnd(40)} ${b.n}/${b.total}`).join('\n'));
},300000);
