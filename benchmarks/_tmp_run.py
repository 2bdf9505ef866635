import sys, time
from benchmarks import reporters as r
t=time.time()
c=r.compared(sys.argv[1],sys.argv[2],int(sys.argv[3]))
bad=0
for k,v in c["figures"].items():
    w="" if v[2]<min(v[:2]) else "  <-- worse"; bad+= bool(w)
    print(f"{k:32s} {v[0]:.3f} {v[1]:.3f} {v[2]:.3f}{w}")
print(bad, "worse of",len(c["figures"]))
for row in c["reliability"]: print({k:round(x,3) for k,x in row.items()})
print(time.time()-t)
