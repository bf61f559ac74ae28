using System.Runtime.InteropServices;

namespace Conference.Server.Hubs.Connections;

/// <summary>How many there are of each.</summary>
internal static class CountExtensions
{
    public static void Change<TKey>(this Dictionary<TKey, int> counts, TKey key, int by)
        where TKey : notnull
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += by;
        // Stryker disable once Block,Statement : forgetting who has none saves memory, and counts the same
        if (count == 0)
        {
            counts.Remove(key);
        }
    }
}
