using Conference.Load.Clients;

namespace Conference.Load.Rows;

/// <summary>Adds up what the tripwires of every stage heard: nothing, or the measurement failed whatever its figures are.</summary>
internal sealed class TripwireCount
{
    private readonly List<Tripwires> _all = [];

    public void Add(Tripwires? tripwires)
    {
        if (tripwires is not null)
        {
            _all.Add(tripwires);
        }
    }

    /// <summary>One figure over all rows; none when no row put load on the product.</summary>
    public IEnumerable<Figure> ToFigures()
    {
        var heard = _all.Sum(tripwires => tripwires.Heard);
        if (heard > 0)
        {
            Bench.Say($"A tripwire heard {_all.First(tripwires => tripwires.Heard > 0).LastHeard}");
        }

        return _all.Count == 0 ? [] : [ToFigure(heard)];
    }

    private Figure ToFigure(int heard) => new(
        "tripwires",
        "Payloads that reached who waits, left, was removed or sits elsewhere, beside every load",
        FormattableString.Invariant($"{heard} to {_all.Count * Tripwires.Count} clients"),
        "0",
        "",
        heard == 0,
        new Dictionary<string, double> { ["heard"] = heard, ["clients"] = _all.Count * Tripwires.Count });
}
