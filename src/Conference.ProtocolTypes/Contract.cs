using System.Reflection;

namespace Conference.ProtocolTypes;

/// <summary>Finds the types of the wire contract: records and enums in the two <c>Messages</c> namespaces, and the few of Core.</summary>
internal static class Contract
{
    public static IEnumerable<Type> Messages(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Where(type => type.Namespace is { } space && (space.EndsWith(".Messages", StringComparison.Ordinal) || space.StartsWith("Conference.Core.", StringComparison.Ordinal)))
            .Where(type => !(type.IsAbstract && type.IsSealed))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
}
