// Boost and Eigen stay out of every public header but the two adapters.

#if __has_include("aidnet/aidnet.hpp")
#include "aidnet/aidnet.hpp"
#endif
#include "aidnet/core/builder.hpp"
#include "aidnet/core/parallel.hpp"
#include "aidnet/core/quotient.hpp"
#include "aidnet/core/weights.hpp"

#if defined(BOOST_CONFIG_HPP) || defined(BOOST_VERSION)
#error "a public header other than aidnet/adapt/boost.hpp includes Boost"
#endif
#if defined(EIGEN_CORE_H) || defined(EIGEN_WORLD_VERSION)
#error "a public header other than aidnet/adapt/eigen.hpp includes Eigen"
#endif
