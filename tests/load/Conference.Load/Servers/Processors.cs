namespace Conference.Load.Servers;

/// <summary>Which processors do what: the server has one, the generator the other, as lists for <c>taskset</c>.</summary>
internal static class Processors
{
    public const string Server = "0";

    public const string All = "0,1";
}
