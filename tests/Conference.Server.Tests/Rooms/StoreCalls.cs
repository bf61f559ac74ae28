using System.Reflection;
using Conference.Core.Rooms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Conference.Server.Tests.Rooms;

/// <summary>Stands before the store of rooms and remembers what it was asked.</summary>
public class StoreCalls : DispatchProxy
{
    private readonly List<string> _names = [];
    private IRoomStore _store = null!;

    /// <summary>Puts one into a server.</summary>
    public static void Record(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IRoomStore));
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var calls = Create<IRoomStore, StoreCalls>();
            ((StoreCalls)calls)._store = (IRoomStore)(real.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!));
            return calls;
        }));
    }

    /// <summary>What was asked since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_names)
        {
            string[] names = [.. _names];
            _names.Clear();
            return names;
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        lock (_names)
        {
            _names.Add(targetMethod!.Name);
        }

        return targetMethod.Invoke(_store, args);
    }
}
